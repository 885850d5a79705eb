"use strict";var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __hasOwnProp=Object.prototype.hasOwnProperty;var __export=(target,all)=>{for(var name in all)__defProp(target,name,{get:all[name],enumerable:!0})},__copyProps=(to,from,except,desc)=>{if(from&&typeof from=="object"||typeof from=="function")for(let key of __getOwnPropNames(from))!__hasOwnProp.call(to,key)&&key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable});return to};var __toCommonJS=mod=>__copyProps(__defProp({},"__esModule",{value:!0}),mod);var completion_script_exports={};__export(completion_script_exports,{SHELLS:()=>SHELLS,completionScript:()=>completionScript});module.exports=__toCommonJS(completion_script_exports);var SHELLS=["bash","zsh","fish"],SCRIPTS={bash:`# Completion of outloop for bash. In ~/.bashrc: source <(outloop completion bash)
_outloop() {
  local value rest
  COMPREPLY=()
  while IFS=$'\\t' read -r value rest; do
    COMPREPLY+=("$value")
  done < <("$1" complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o bashdefault -o default -F _outloop outloop`,zsh:`#compdef outloop
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
fi`,fish:`# Completion of outloop for fish. Once: outloop completion fish > ~/.config/fish/completions/outloop.fish
function __outloop_complete
  set -l typed (commandline -opc) (commandline -ct)
  $typed[1] complete -- $typed[2..-1] 2>/dev/null
end
complete -c outloop -f -a '(__outloop_complete)'
complete -c outloop -l brief -r -F
complete -c outloop -l report -r -F`};function completionScript(shell){return SCRIPTS[shell]}0&&(module.exports={SHELLS,completionScript});
