"use strict";var __create=Object.create;var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __getProtoOf=Object.getPrototypeOf,__hasOwnProp=Object.prototype.hasOwnProperty;var __export=(target,all)=>{for(var name in all)__defProp(target,name,{get:all[name],enumerable:!0})},__copyProps=(to,from,except,desc)=>{if(from&&typeof from=="object"||typeof from=="function")for(let key of __getOwnPropNames(from))!__hasOwnProp.call(to,key)&&key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable});return to};var __toESM=(mod,isNodeMode,target)=>(target=mod!=null?__create(__getProtoOf(mod)):{},__copyProps(isNodeMode||!mod||!mod.__esModule?__defProp(target,"default",{value:mod,enumerable:!0}):target,mod)),__toCommonJS=mod=>__copyProps(__defProp({},"__esModule",{value:!0}),mod);var service_exports={};__export(service_exports,{serviceInstallCommand:()=>serviceInstallCommand});module.exports=__toCommonJS(service_exports);var import_node_fs=require("node:fs"),import_node_path2=require("node:path");function failure(code,message,hint,details){return{code,message,...hint===void 0?{}:{hint},...details===void 0?{}:{details}}}function ok(value){return{ok:!0,value}}function fail(failure2){return{ok:!1,failure:failure2}}var crypto=__toESM(require("node:crypto"),1),import_node_path=require("node:path");function serviceFile(facts){let hash=crypto.createHash("sha256").update(facts.root).digest("hex").slice(0,8),name=`outloop-${(0,import_node_path.basename)(facts.root).toLowerCase().replace(/[^a-z0-9]+/g,"-").replace(/^-+|-+$/g,"")||"project"}-${hash}`;return facts.platform==="linux"?systemdUnit(facts,name):facts.platform==="darwin"?launchdAgent(facts,name):null}function systemdUnit({home,root,node,program},name){let path=(0,import_node_path.join)(home,".config/systemd/user",`${name}.service`),text=`[Unit]
Description=Outloop supervisor of ${unitText(root)}

[Service]
WorkingDirectory=${unitText(root)}
ExecStart=${[node,"--max-semi-space-size=1",program,root].map(unitWord).join(" ")}
StandardInput=null
KillMode=process
Restart=on-failure
RestartSec=10

[Install]
WantedBy=default.target
`;return{path,text,enable:["systemctl --user daemon-reload",`systemctl --user enable --now ${name}`],disable:[`systemctl --user disable --now ${name}`,`rm ${shellWord(path)}`]}}function unitWord(text){return`"${unitText(text).replaceAll("\\","\\\\").replaceAll('"','\\"').replaceAll("$","$$$$")}"`}function unitText(text){return text.replaceAll("%","%%")}function launchdAgent({home,root,node,program},name){let path=(0,import_node_path.join)(home,"Library/LaunchAgents",`${name}.plist`),text=`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key><string>${name}</string>
  <key>ProgramArguments</key>
  <array>
${[node,"--max-semi-space-size=1",program,root].map(word=>`    <string>${xmlText(word)}</string>`).join(`
`)}
  </array>
  <key>WorkingDirectory</key><string>${xmlText(root)}</string>
  <key>RunAtLoad</key><true/>
  <key>AbandonProcessGroup</key><true/>
  <key>KeepAlive</key><dict><key>SuccessfulExit</key><false/></dict>
</dict>
</plist>
`;return{path,text,enable:[`launchctl load -w ${shellWord(path)}`],disable:[`launchctl unload -w ${shellWord(path)}`,`rm ${shellWord(path)}`]}}function xmlText(text){return text.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;")}function shellWord(text){return/^[\w@%+=:,./-]+$/.test(text)?text:`'${text.replaceAll("'","'\\''")}'`}function serviceInstallCommand(context,machine,printOnly){let program=(0,import_node_path2.join)(context.pluginRoot,"dist/bin/supervisor.cjs"),file=serviceFile({...machine,home:context.home,root:context.paths.root,program});if(file===null)return fail(failure("unsupported_platform",`There is no service for ${machine.platform}.`,"systemd (Linux) and launchd (macOS) are known."));if(!printOnly){let written=writeOwn(file.path,file.text);if(!written.ok)return written}let head=printOnly?`This would be written to ${file.path}:`:`Written to ${file.path}:`;return ok({payload:{...file,written:!printOnly},text:[head,"",file.text.trimEnd(),"","It is not switched on. To start it now and with the machine:",...file.enable.map(line=>`  ${line}`),"To take it back:",...file.disable.map(line=>`  ${line}`)].join(`
`)})}function writeOwn(path,text){try{return(0,import_node_fs.mkdirSync)((0,import_node_path2.dirname)(path),{recursive:!0}),readOr(path,text)!==text&&!readOr(path,"").includes("utloop")?fail(failure("file_exists",`${path} is there already and not ours.`,"Move it away first.")):((0,import_node_fs.writeFileSync)(path,text,{mode:420}),ok(void 0))}catch(error){return fail(failure("reports_unwritable",`${path} cannot be written: ${error.message}`))}}function readOr(path,fallback){try{return(0,import_node_fs.readFileSync)(path,"utf8")}catch{return fallback}}0&&(module.exports={serviceInstallCommand});
