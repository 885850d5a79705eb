# Tells whether a hook has nothing to say though something is open. Sourced by run.sh, POSIX sh but for `-nt`, which
# every sh of Linux has; nothing is forked.
#
#   outloop_is_settled <hook>    # with OUTLOOP_ROOT and OUTLOOP_REPORTS
#
# The supervisor leaves the file `settled` once the journal has rested: `1 <its pid> <its start> ,<pids to be told>,`.
# It counts while the journal is not newer and that supervisor lives. src/notices/settled.ts: change both or neither.

outloop_is_settled() {
  _o_file=$OUTLOOP_REPORTS/.outloop/settled
  [ -f "$_o_file" ] || return 1
  # Read before it is compared: it may be replaced in between, and then it is the older one that must count.
  IFS=' ' read -r _o_version _o_pid _o_start _o_to_tell <"$_o_file" || return 1
  if [ "$OUTLOOP_REPORTS/coordination.jsonl" -nt "$_o_file" ]; then return 1; fi
  [ "$_o_version" = 1 ] && _o_lives "$_o_pid" "$_o_start" || return 1
  [ "$1" != stop-control ] || _o_may_stop
}

# The stop gate has nothing to say to this session: it is attended, and was told of all its open tasks.
_o_may_stop() {
  case ${CLAUDE_CODE_SESSION_ATTENDED-${CLAUDE_CODE_ENTRYPOINT-}} in 1 | cli) ;; *) return 1 ;; esac
  case ${CLAUDE_PID:-} in '' | *[!0-9]*) return 1 ;; esac
  case $_o_to_tell in *",$CLAUDE_PID,"*) return 1 ;; esac
  # A configuration may hold every session until its tasks have ended.
  [ ! -e "${OUTLOOP_ROOT%/}/outloop.yaml" ] &&
    [ ! -e "${XDG_CONFIG_HOME:-${HOME:-}/.config}/outloop/outloop.yaml" ]
}

# True while exactly this process lives: its pid, and its start as `<boot>:<ticks>`.
_o_lives() {
  case $1 in '' | *[!0-9]*) return 1 ;; esac
  { IFS= read -r _o_stat <"/proc/$1/stat"; } 2>/dev/null || return 1
  { IFS= read -r _o_boot </proc/sys/kernel/random/boot_id; } 2>/dev/null || return 1
  _o_wanted=$2
  # The name of the program stands in parentheses and may hold spaces and parentheses.
  _o_fields ${_o_stat##*') '}
  case $_o_state in Z | X) return 1 ;; esac
  [ "${_o_boot%"${_o_boot#????????}"}:$_o_ticks" = "$_o_wanted" ]
}

_o_fields() {
  _o_state=$1
  shift 19
  _o_ticks=$1
}
