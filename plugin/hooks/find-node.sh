# Sets OUTLOOP_NODE to a node program, or to nothing. Sourced, POSIX sh. The client is a native binary, so many of
# its users have no node on PATH; version managers keep it where an interactive shell would look.
if [ -n "${OUTLOOP_NODE:-}" ]; then
  # A person's own choice is never replaced in silence: if it is wrong, there is no node.
  if [ ! -x "$OUTLOOP_NODE" ]; then OUTLOOP_NODE=; fi
elif OUTLOOP_NODE=$(command -v node 2>/dev/null); then
  :
else
  # The last one that is there wins: the globs list versions in ascending order, and a person's own come last.
  for outloop_candidate in \
    /usr/bin/node /usr/local/bin/node /opt/homebrew/bin/node \
    "${HOME:-}"/.asdf/shims/node \
    "${HOME:-}"/.local/share/mise/shims/node \
    "${HOME:-}"/.volta/bin/node \
    "${HOME:-}"/.local/share/fnm/node-versions/*/installation/bin/node \
    "${NVM_DIR:-${HOME:-}/.nvm}"/versions/node/*/bin/node; do
    if [ -x "$outloop_candidate" ]; then OUTLOOP_NODE=$outloop_candidate; fi
  done
fi
