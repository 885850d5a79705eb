# Finds the project of a folder: the same rule as src/workspace/root.ts and reports-dir.ts. Change both or neither.
# Builtins only, nothing is forked: hooks run this before they know whether there is anything to do.
#
#   . root.sh; outloop_find_root "$CLAUDE_PROJECT_DIR"    # or no argument: the working directory
#
# sets OUTLOOP_ROOT and OUTLOOP_REPORTS, both absolute. The working directory stays what it was.

outloop_find_root() {
  _o_back=$PWD
  _o_start=${1:-$PWD}
  if CDPATH= cd -P -- "$_o_start" >/dev/null 2>&1; then _o_start=$PWD; fi

  OUTLOOP_ROOT=
  _o_dir=$_o_start
  while :; do
    if [ -f "${_o_dir%/}/outloop.yaml" ]; then OUTLOOP_ROOT=$_o_dir; break; fi
    [ "$_o_dir" != / ] || break
    _o_dir=${_o_dir%/*}
    _o_dir=${_o_dir:-/}
  done
  [ -n "$OUTLOOP_ROOT" ] || _o_git_root
  _o_reports_dir
  CDPATH= cd -- "$_o_back" >/dev/null 2>&1 || :
}

# OUTLOOP_ROOT from git: the folder that holds .git, or the main worktree that a linked one points to.
_o_git_root() {
  OUTLOOP_ROOT=$_o_start
  _o_dir=$_o_start
  while [ ! -d "${_o_dir%/}/.git" ] && [ ! -f "${_o_dir%/}/.git" ]; do
    [ "$_o_dir" != / ] || return 0
    _o_dir=${_o_dir%/*}
    _o_dir=${_o_dir:-/}
  done
  OUTLOOP_ROOT=$_o_dir
  [ -f "${_o_dir%/}/.git" ] || return 0
  _o_line=
  IFS= read -r _o_line <"${_o_dir%/}/.git" || [ -n "$_o_line" ] || return 0
  case $_o_line in
    'gitdir: '*/.git/worktrees/*) ;;
    *) return 0 ;;
  esac
  _o_line=${_o_line#gitdir: }
  # A name with a slash in it is no worktree of that repository.
  case ${_o_line##*/.git/worktrees/} in
    '' | */*) return 0 ;;
  esac
  _o_line=${_o_line%/.git/worktrees/*}
  if CDPATH= cd -P -- "$_o_dir" >/dev/null 2>&1 && CDPATH= cd -P -- "${_o_line:-/}" >/dev/null 2>&1; then
    OUTLOOP_ROOT=$PWD
  fi
}

# OUTLOOP_REPORTS from the first `reports_dir:` in the first column of outloop.yaml, else <root>/reports.
_o_reports_dir() {
  OUTLOOP_REPORTS=${OUTLOOP_ROOT%/}/reports
  [ -f "${OUTLOOP_ROOT%/}/outloop.yaml" ] && [ -r "${OUTLOOP_ROOT%/}/outloop.yaml" ] || return 0
  _o_value=
  while IFS= read -r _o_line || [ -n "$_o_line" ]; do
    case $_o_line in
      reports_dir:) return 0 ;;
      reports_dir:[[:space:]]*)
        _o_value=${_o_line#reports_dir:}
        break
        ;;
    esac
  done <"${OUTLOOP_ROOT%/}/outloop.yaml"
  _o_scalar
  case $_o_value in
    '' | *[[:cntrl:]]* | *\\*) return 0 ;;
    '|'* | '>'* | '&'* | '*'* | '!'* | '%'* | '@'* | '`'* | '{'* | '}'* | '['* | ']'* | ','* | '?'* | '~'*) return 0 ;;
    /*) ;;
    *) _o_value=$OUTLOOP_ROOT/$_o_value ;;
  esac
  _o_normalize
  case $_o_value in
    / | "$OUTLOOP_ROOT") ;;
    *) OUTLOOP_REPORTS=$_o_value ;;
  esac
}

# _o_value: what follows the colon becomes the scalar.
_o_scalar() {
  case $_o_value in *[[:cntrl:]]) _o_value=${_o_value%?} ;; esac
  while :; do
    case $_o_value in [[:blank:]]*) _o_value=${_o_value#?} ;; *) break ;; esac
  done
  case $_o_value in
    \"*\"*) _o_value=${_o_value#\"} _o_value=${_o_value%%\"*} ;;
    \'*\'*) _o_value=${_o_value#\'} _o_value=${_o_value%%\'*} ;;
    \"* | \'* | '#'*) _o_value= ;;
    *)
      _o_value=${_o_value%%[[:blank:]]#*}
      while :; do
        case $_o_value in *[[:blank:]]) _o_value=${_o_value%?} ;; *) break ;; esac
      done
      ;;
  esac
}

# _o_value: an absolute path loses its `.`, `..` and double slashes.
_o_normalize() {
  _o_rest=$_o_value/
  _o_value=
  while [ -n "$_o_rest" ]; do
    _o_part=${_o_rest%%/*}
    _o_rest=${_o_rest#*/}
    case $_o_part in
      '' | .) ;;
      ..) _o_value=${_o_value%/*} ;;
      *) _o_value=$_o_value/$_o_part ;;
    esac
  done
  _o_value=${_o_value:-/}
}
