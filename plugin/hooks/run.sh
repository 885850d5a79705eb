#!/bin/sh
# Starts one hook: sh hooks/run.sh <name>, with the client's JSON on stdin.
#
# Where nothing is open the session's hooks end here, in about two milliseconds and without node. "Something is open" is
# a marker file that the journal's writers keep; it is written before the line that it announces.
hook=$1
here=${0%/*}

if [ "$hook" != guard ]; then
  # Inside a worker none of the session's hooks applies.
  if [ -n "${OUTLOOP_TASK_ID:-}" ]; then exit 0; fi
fi

case $hook in
context-prime | prompt-submit | stop-control | session-end)
  . "$here/root.sh"
  outloop_find_root "${CLAUDE_PROJECT_DIR:-$PWD}"
  if [ ! -e "$OUTLOOP_REPORTS/.outloop/open" ]; then
    # A client that was killed leaves its monitor behind; a starting session ends it.
    if [ "$hook" != context-prime ]; then exit 0; fi
    set -- "$OUTLOOP_REPORTS"/.outloop/wake/*
    if [ ! -e "$1" ]; then exit 0; fi
  fi
  ;;
esac

if [ -n "${OUTLOOP_DEV:-}" ]; then
  exec "$here/../node_modules/.bin/tsx" "$here/$hook.ts"
fi

. "$here/find-node.sh"
if [ -z "$OUTLOOP_NODE" ]; then
  missing='Outloop needs Node.js 20.19 or later and found none. Install it, or set OUTLOOP_NODE to its path.'
  case $hook in
  guard)
    printf '%s\n' "$missing" >&2
    exit 2
    ;;
  expand) printf '{"decision":"block","reason":"%s"}\n' "$missing" ;;
  *) printf '{"systemMessage":"%s Background tasks could not be checked."}\n' "$missing" ;;
  esac
  exit 0
fi
exec "$OUTLOOP_NODE" "$here/../dist/hooks/$hook.cjs"
