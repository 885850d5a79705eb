/** The shells that completion works in. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/*
 * Each script hands what was typed to `outloop complete`, one argument a word, and takes a candidate from each line of
 * its answer. Nothing of the answer is ever evaluated. Where there is none, the shell offers files.
 */
const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# Completion of outloop for bash. In ~/.bashrc: source <(outloop completion bash)
_outloop() {
  local value rest
  COMPREPLY=()
  while IFS=$'\\t' read -r value rest; do
    COMPREPLY+=("$value")
  done < <("$1" complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o bashdefault -o default -F _outloop outloop`,
  zsh: `#compdef outloop
# Completion of outloop for zsh. In ~/.zshrc, after compinit: source <(outloop completion zsh)
_outloop() {
  local line value
  local -a candidates
  while IFS= read -r line; do
    value=\${line%%$'\\t'*}
    candidates+=("\${value//:/\\\\:}:\${line#*$'\\t'}")
  done < <("\${words[1]}" complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#candidates} )); then
    _describe outloop candidates
  else
    _files
  fi
}
if [[ \${funcstack[1]} == _outloop ]]; then
  _outloop "$@"
else
  compdef _outloop outloop
fi`,
  fish: `# Completion of outloop for fish. Once: outloop completion fish > ~/.config/fish/completions/outloop.fish
function __outloop_complete
  set -l typed (commandline -opc) (commandline -ct)
  $typed[1] complete -- $typed[2..-1] 2>/dev/null
end
complete -c outloop -f -a '(__outloop_complete)'
complete -c outloop -l brief -r -F
complete -c outloop -l report -r -F`,
};

/** The script that makes a shell complete `outloop`. */
export function completionScript(shell: Shell): string {
  return SCRIPTS[shell];
}
