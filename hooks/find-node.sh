# Sets OUTLOOP_NODE to a node program, or leaves it empty. Sourced, POSIX sh. The client is a native binary, so many of
# its users have no node on PATH; version managers keep it where an interactive shell would look.
if [ -z "${OUTLOOP_NODE:-}" ]; then
  OUTLOOP_NODE=$(command -v node 2>/dev/null) || OUTLOOP_NODE=
fi
if [ -z "$OUTLOOP_NODE" ]; then
  for outloop_candidate in \
    "${NVM_DIR:-${HOME:-}/.nvm}"/versions/node/*/bin/node \
    "${HOME:-}"/.local/share/fnm/node-versions/*/installation/bin/node \
    "${HOME:-}"/.volta/bin/node \
    "${HOME:-}"/.local/share/mise/shims/node \
    "${HOME:-}"/.asdf/shims/node \
    /opt/homebrew/bin/node /usr/local/bin/node /usr/bin/node; do
    # The last one that is there wins: the globs list versions in ascending order.
    if [ -x "$outloop_candidate" ]; then OUTLOOP_NODE=$outloop_candidate; fi
  done
fi
