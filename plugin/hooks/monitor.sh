#!/bin/sh
# The wake-up of an idle session: prints each line that the supervisor writes into this session's pipe, and the client
# turns a printed line into a turn. It costs one blocked shell. It must never end while the session lives: the client
# would report that as an event too.
#
# The client puts the paths of plugin and project into monitors.json's command as they are, and a shell reads it. There
# they stand in a quoted here-document, which ends at a line that no path can hold: `//`.
here=${0%/*}
if [ -n "${OUTLOOP_TASK_ID:-}" ]; then exec sh -c 'while :; do sleep 86400; done'; fi
. "$here/root.sh"
outloop_find_root "${1:-$PWD}"
pipes=$OUTLOOP_REPORTS/.outloop/wake
umask 077
mkdir -p "$pipes"
pipe=$pipes/${CLAUDE_PID:-$PPID}.$$
trap 'rm -f "$pipe"; exit 0' TERM INT HUP
rm -f "$pipe"
mkfifo "$pipe"
# Opened for reading and writing, so that it never sees an end of file between two notices.
while :; do
  while IFS= read -r line; do
    printf '%s\n' "$line"
  done
done <>"$pipe"
