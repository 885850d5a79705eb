#!/bin/sh
# Starts one hook: sh hooks/run.sh <name>, with the client's JSON on stdin.
#
# Where nothing is open, or nothing is new, the session's hooks end here, in about two milliseconds and without node.
# "Something is open" is a marker file that the journal's writers keep; it is written before the line that it announces.
# "Nothing is new" is a file that the supervisor leaves; it counts while the journal is not newer.
hook=$1
here=${0%/*}

if [ "$hook" != guard ]; then
  # Inside a worker none of the session's hooks applies.
  if [ -n "${OUTLOOP_TASK_ID:-}" ]; then exit 0; fi
fi

case $hook in
context-prime | prompt-submit | stop-control | session-end | agent-launched | agent-end)
  . "$here/root.sh"
  outloop_find_root "${CLAUDE_PROJECT_DIR:-$PWD}"
  if [ ! -e "$OUTLOOP_REPORTS/.outloop/open" ]; then
    # A client that was killed leaves its monitor behind; a starting session ends it.
    if [ "$hook" != context-prime ]; then exit 0; fi
    set -- "$OUTLOOP_REPORTS"/.outloop/wake/*
    if [ ! -e "$1" ]; then exit 0; fi
  fi
  case $hook in
  prompt-submit | stop-control)
    # Something is open, but nothing is new: the usual case while work goes on.
    . "$here/settled.sh"
    if outloop_is_settled "$hook"; then exit 0; fi
    ;;
  esac
  # Node need not look for the project again.
  set -- "$OUTLOOP_ROOT" "$OUTLOOP_REPORTS"
  ;;
agent-call)
  # Only a call with a marker of ours, or of an agent of ours, is looked at. It is one line of JSON.
  IFS= read -r call || :
  case $call in *outloop:*) ;; *) exit 0 ;; esac
  exec <<EOF
$call
EOF
  ;;
record)
  # Only where Outloop has been used: it leaves nothing in a project that never delegated.
  . "$here/root.sh"
  outloop_find_root "${CLAUDE_PROJECT_DIR:-$PWD}"
  if [ ! -d "$OUTLOOP_REPORTS/.outloop" ]; then exit 0; fi
  set --
  ;;
*) set -- ;;
esac

if [ -n "${OUTLOOP_DEV:-}" ]; then
  exec "$here/../node_modules/.bin/tsx" "$here/$hook.ts" "$@"
fi

. "$here/find-node.sh"
if [ -z "$OUTLOOP_NODE" ]; then
  missing='Outloop needs Node.js 20.19 or later and found none. Install it, or set OUTLOOP_NODE to its path.'
  case $hook in
  guard)
    printf '%s\n' "$missing" >&2
    exit 2
    ;;
  record) ;;
  agent-call)
    case $call in
    *'[outloop:'*)
      printf '{"hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"deny","permissionDecisionReason":"%s"}}\n' "$missing"
      ;;
    esac
    ;;
  expand) printf '{"decision":"block","reason":"%s"}\n' "$missing" ;;
  *) printf '{"systemMessage":"%s Background tasks could not be checked."}\n' "$missing" ;;
  esac
  exit 0
fi
# What is taken down goes on without the client, which ends what still runs when a one-shot session is over. That is also
# why hooks.json does not call it asynchronous at Stop: the client would be gone before it had begun.
if [ "$hook" = record ]; then
  { "$OUTLOOP_NODE" "$here/../dist/hooks/record.cjs" <&3 3<&- >/dev/null 2>&1 & } 3<&0
  exit 0
fi
# A hook is over before a second thread of the engine's pool is of use, and starting them takes longer.
exec "$OUTLOOP_NODE" --v8-pool-size=1 "$here/../dist/hooks/$hook.cjs" "$@"
