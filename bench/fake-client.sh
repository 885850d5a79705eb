#!/bin/sh
# Stands in for the Claude Code client where a bench measures Outloop alone. A worker whose task says so sleeps until
# it is ended; any other returns a result at once.
case ${1:-} in
--version)
  echo '2.1.329 (Claude Code)'
  exit 0
  ;;
esac
prime=$(cat)
case $prime in
*'BACKGROUND TASK: wait for the signal'*) exec sleep 86400 ;;
esac
result='{"status":"completed","summary":"Looked at it.","work_performed":["Read a file"],"files":[],"next_steps":[],"issues":[],"handoff":""}'
printf '%s\n' '{"type":"system","subtype":"init","session_id":"00000000-0000-4000-8000-000000000000","tools":["Read"],"model":"scripted"}'
printf '%s\n' '{"type":"result","subtype":"success","is_error":false,"terminal_reason":"completed","num_turns":1,"duration_ms":1,"result":"Looked at it.","structured_output":'"$result"',"total_cost_usd":0.001,"usage":{"input_tokens":1,"output_tokens":1},"permission_denials":[]}'
