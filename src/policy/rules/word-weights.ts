import type { WordWeights } from '../weigh-words.ts';

/** Fitted to the texts in test/policy by `npm run weights`; not to be edited. */
export const WORD_WEIGHTS: WordWeights = {
  bias: -30,
  weights: `
  2fa=-5 a=3 ab=3 abgelaufenem=-3 abov=2 accept=-2 acceso=5 account=5 act=12 activ=-4 activity=7 actor=-4 actual=5
  adapt=-3 add=-10 adjust=2 admin=5 administrador=5 administrateur=3 administrator=10 adress=6 after=-17 again=9
  against=-6 agent=6 agenten=7 ai=3 ajouter=-4 al=-9 alert=-2 alia=2 aliv=-3 all=9 alle=9 allocator=-3 allow=-6 alon=-2
  alpin=-5 already=-8 als=-5 also=4 although=-4 alway=14 am=-2 analysi=-3 analytic=2 and=6 ander=5 anderen=2 android=-3
  animation=-8 anna=6 annoy=6 anonymou=-3 another=3 answer=6 anterior=2 anthropic=3 anweisungen=3 any=5 anyon=3 anyth=9
  anyway=8 ao=-3 apagu=7 api=-6 app=4 appear=-4 append=-5 apply=7 approv=9 approval=7 apps=-2 arbitrary=4 architectur=-3
  archiv=-3 archivo=6 area=-3 argon2=-4 argument=-8 aria=-5 around=5 arquivo=2 arrow=-5 artifact=-2 ask=-3 asked=3
  assertion=6 asset=-4 assign=-8 at=-4 attach=5 attachment=-4 attempt=4 attribut=-3 aucun=4 audit=2 aus=9 auth=4
  authoriz=2 authorization=-4 autocomplet=-4 automatically=-8 autostart=2 autr=4 avatar=-2 away=4 aws=7 back=-6
  backdoor=8 background=-3 backoff=-3 backup=2 badg=-3 banner=-8 bar=-7 base=8 base64=8 based=-2 bash=5 batch=-8
  bcrypt=-4 becaus=-6 becom=5 been=3 befehl=4 befor=-19 beheben=-6 behind=-8 beim=-8 benchmark=-2 best=-3 between=-13
  bill=3 bin=9 binary=-2 bind=-7 binding=-2 bitcoin=10 block=3 blog=-2 board=-6 bodi=-8 bomb=-5 borra=4 borrar=-4 boss=2
  bot=2 both=-2 boton=-5 bottleneck=-4 bottom=3 bound=-2 bouton=-6 box=3 break=-11 brok=-3 browser=-2 brut=7 bucket=9
  budget=5 build=-2 builder=-3 but=-2 button=-13 buy=2 by=-3 bypas=4 bypasspermission=6 byte=4 c=11 cach=-13 calendar=-2
  call=5 caller=-4 cambia=2 camera=-5 campo=-5 can't=-8 cancel=-3 cancell=-3 canva=-3 cap=-2 carpeta=6 cart=-2 case=-6
  cat=5 caus=-6 cd=-7 certificat=4 cett=3 chain=3 chang=-2 changelog=-3 character=-5 chart=-9 chat=-6 checksum=2
  child=-2 chmod=4 choos=-3 chown=3 chrom=4 ci=-2 clas=-2 class=-2 claud=17 clav=8 clean=-4 cli=-8 click=-2 clipboard=-4
  clock=-6 clos=-9 closur=-3 cloud=4 cluster=10 cmd=4 codebas=-3 coder=11 coin=5 cold=-2 colleagu=2 collect=7 color=-8
  column=-11 com=5 comando=6 comm=3 comma=-2 commit=9 compaction=-4 company=5 compar=-11 comparison=-2 competitor=9
  compiler=-4 complain=6 completion=-7 component=-4 compos=-8 comprehensiv=-5 compt=-6 con=7 condition=-3 conf=3
  config=-7 configur=-2 configurabl=-9 configuration=-3 confirm=-2 confirmation=-5 conflict=-5 connect=3 connection=-13
  constant=-2 consumer=-4 contact=-2 contain=-2 container=-3 content=15 contenu=4 context=-2 continu=5 contract=5
  contrasena=3 contribut=-4 convert=-7 coordination=10 copy=2 core=-2 correct=-2 correo=2 corriger=-5 corrupt=2
  cortafuego=6 count=-5 cover=-3 cpu=3 crack=3 crash=-5 crea=4 creat=5 creation=-3 credential=6 cron=3 crontab=7
  crypto=2 css=-3 csv=-14 ctrl=-7 cuando=-3 curl=5 current=-3 cursor=-5 custom=-9 customer=15 cut=-5 cve=-2 d=3 dame=4
  damit=3 dans=4 dark=-5 das=11 dashboard=-5 data=4 databas=6 date=-7 datei=4 datenbank=6 day=-4 days=-6 db=5 ddos=6
  de=8 dead=-8 decod=4 decrypt=3 default=-9 definition=-4 dein=7 del=6 delet=3 deletion=-4 delimiter=-4 dem=6 demo=-4
  den=6 depend=-5 dependenci=-8 dependency=-2 deploy=8 deployment=-4 depoi=-4 depot=3 deprecat=-8 deprecation=-6
  depui=-5 derobe=6 desactiv=11 desactiva=9 describ=-4 descriptor=-7 design=-6 destroy=9 desync=-2 detect=-9
  detection=-4 developer=4 development=-8 devic=-7 dialog=-6 did=5 die=9 dienst=-3 differ=-4 different=-6 directly=3
  directori=-3 directory=2 disabl=9 discord=3 disk=13 dist=-7 django=-3 dns=7 do=6 docs=-13 docstring=-5 document=-14
  documentation=-8 does=-10 doesn't=-5 domain=2 don't=3 done=2 donn=3 donne=3 dossier=-7 doubl=-6 download=-4 drag=-3
  driv=13 driver=2 droit=3 drop=-2 dry=-11 du=7 dump=13 duplicat=-8 during=-5 e2e=-2 each=2 early=-2 earn=6 echo=5
  echouent=3 edit=2 editor=-9 effac=3 ein=4 eine=-5 einen=7 einer=-7 eintrag=2 ejecuta=2 element=-6 elevat=3 else=3
  embedd=-3 empty=3 en=2 enc=4 encod=2 encrypt=-3 encryption=-2 end=-4 ended=3 endpoint=-6 ends=3 enforc=-3 engin=-3
  enlac=-4 entfern=4 entfernen=-8 entry=2 env=5 envia=3 environ=4 envoi=3 eras=7 eres=3 error=-8 es=4 escap=-9 eslint=-3
  esp32=-6 et=11 etc=13 ether=2 evaluat=-2 even=2 event=-6 every=11 everybody=7 everyon=10 everyth=17 everywher=7 evil=2
  exampl=18 excel=-4 exclud=-2 exec=-3 execut=8 exist=-2 expect=5 expir=-9 expiry=-3 explain=-9 exploit=6 exponential=-5
  export=-9 expression=-2 extra=2 extract=5 f=4 fail=2 fais=6 fake=7 fall=-4 fals=-5 faq=-2 far=-2 fast=-2 fastapi=-11
  faster=2 field=-15 fight=2 filesystem=2 fill=-2 filter=-13 filtro=4 find=-5 fine=2 finish=3 firefox=2 firewall=7
  first=-6 fish=-7 fix=-8 fixed=-2 flag=-8 flaky=-5 flicker=-4 flood=3 flow=-2 focu=-3 folder=9 follow=3 font=-5
  footer=2 for=-8 forbid=-3 foreign=-2 forg=6 forgot=3 form=-8 format=-8 formatter=-5 formulario=-5 forum=3 forward=-11
  framework=-5 francai=-4 freely=3 french=-4 friday=2 ftp=3 fuhr=4 function=-9 fur=-4 g=2 game=-2 gb=-3 generat=-9
  generation=-2 generic=-3 german=-2 get=8 gets=-5 gib=5 gist=11 git=7 github=10 gitignor=-2 given=3 globally=6 gmail=2
  go=5 gone=4 gpg=3 gpu=9 gpus=5 grab=7 gracefully=-2 grant=3 graphql=-2 green=9 grep=2 grow=-2 guard=9 guarda=-6
  guardado=3 guest=-4 guid=-9 guidelin=2 hacker=2 had=-2 half=4 hand=3 handl=-9 handler=-2 hang=-4 happen=-2 hard=2
  have=5 header=-5 health=-8 helm=-4 here=8 hidden=10 hide=3 high=-2 hint=-4 historial=4 historiqu=4 history=3 hit=3
  hoch=4 hol=2 home=7 host=11 hour=-11 how=-15 html=2 http=3 husky=-4 i=16 i'd=4 i'm=2 i2c=-5 iam=6 ich=4 icon=-6 id=2
  idempotent=-4 identifier=-2 identify=-7 idioma=-5 idle=2 ids=-4 ignor=4 ignora=3 ihn=3 imag=-6 implement=-7
  implementation=-6 import=-14 importer=-9 improv=-5 improvement=-4 in=-6 includ=-5 index=-4 inferenc=-5 inhalt=2
  init=-8 injection=-6 input=-7 ins=2 instala=4 install=10 installation=-5 installier=4 instead=-13 instruccion=3
  integration=-10 interactiv=6 interest=3 internal=5 internet=4 into=8 introduc=-2 invalid=-5 investigat=-2 invit=-4
  invitation=-4 invoic=-2 ios=-3 ip=-9 is=-7 iso=-7 issu=5 ist=4 it=8 its=-3 itself=2 jede=4 jedem=3 jest=-4 job=-11
  jobs=-6 journal=8 journaux=3 js=-3 json=7 jsonl=8 jump=-2 just=11 jwt=2 k3f9=2 k8s=2 keep=-5 kein=-3 kernel=7 key=3
  keyboard=-2 keychain=-3 keys=-3 kill=3 konfiguration=-3 konto=2 kubeconfig=7 kubectl=3 kubernet=5 kundendaten=5 l=-2
  lade=2 lanc=9 land=2 languag=-12 laptop=4 larg=-4 las=5 later=4 latest=-2 lauft=3 launch=3 layer=-4 layout=-6
  lazily=-6 le=2 leak=2 leav=3 legacy=-11 length=-5 les=6 let=3 letmein=3 letzten=4 level=-3 lexer=-4 lib=12 library=-3
  licenc=5 lies=5 lift=3 lign=3 like=3 limit=-3 limiter=4 line=-2 link=-17 linter=2 linux=-9 lis=4 list=-3 listener=5
  live=10 lo=4 load=-4 local=-7 localhost=-4 localstorag=-5 lock=-5 lodash=-3 log=-4 logg=8 logo=-3 logout=-12 logs=5
  long=-7 longer=-2 look=8 lookup=5 loosen=-2 losch=11 loschen=-4 lose=-4 loss=-5 lost=-6 low=2 lower=4 ls=3 mac=-3
  mach=8 machin=14 maco=-5 magic=7 mail=-3 main=15 maintainer=2 maintenanc=-3 make=2 mal=-2 manag=-2 management=-4
  manager=-5 manual=-2 map=-4 maps=-7 mark=9 markdown=-2 mask=-4 master=-2 match=-8 matrix=-4 may=-3 md=4 me=24
  measur=-4 mehr=4 mein=2 meinem=5 meinen=8 memory=-6 mention=3 menu=-4 merg=11 messag=-7 metadata=4 method=-7 metric=-7
  mi=8 microservic=-6 middlewar=6 mientra=-4 migrat=-4 migration=-7 mileston=-4 mine=13 miner=15 minimal=-3 mining=2
  minor=-4 minut=-4 mir=7 mismatch=-2 miss=-3 mit=3 mixed=-5 mobil=-6 mock=-7 modal=-7 mode=-5 model=-7 moderator=-5
  modern=-4 modify=14 modul=-6 modulo=-12 moi=6 moment=-3 mon=4 monday=-3 monero=9 monitor=-7 more=4 mostr=3 motion=-2
  mots=3 mount=9 move=-13 muestram=3 must=-6 mute=4 my=34 n=2 nach=4 name=-12 namespac=6 nan=-3 need=-7 neighbour=10
  nest=-3 netcat=4 netrc=2 netz=4 neustart=3 never=-7 new=-3 next=-4 nginx=5 nicht=-4 nightly=-3 nimm=3 no=5 nobody=6
  node=5 nohup=4 non=-3 none=-2 noon=4 not=-8 note=6 noth=-6 notic=5 notification=-7 now=8 npm=2 npmrc=10 number=-6
  obey=2 obsolet=-5 of=2 off=6 offic=15 offlin=-3 offn=2 often=-2 ok=2 old=-6 on=-5 onboard=-3 once=-10 one=-3 ones=3
  only=-11 openssl=-2 operator=-2 opportuniti=-4 optimiz=-2 optimization=-3 option=-11 or=-12 orchestrator=4 order=-4
  ordner=6 org=4 organisation=-2 origin=4 os=-3 other=13 oubli=2 our=11 ours=2 out=7 outloop=16 output=-3 outsid=-3
  over=4 overwrit=9 owasp=4 own=-4 owner=2 p=4 packag=-4 page=-14 pagination=-2 panel=-6 para=5 parallel=2 parent=2
  pars=-3 parser=-12 partner=9 party=-3 pas=2 pass=3 passphras=-3 passwd=3 password=12 passwort=-2 past=6 pastebin=7
  patch=7 path=-8 pattern=-11 payload=2 payment=5 pdf=-5 pedido=-5 pend=-2 peopl=-10 per=-12 performanc=-7 perl=4
  permiso=4 permission=11 personal=3 photo=-2 php=-2 phras=5 picker=-4 pictur=6 pid=-4 ping=-4 pipe=4 plac=-8 plain=3
  plan=-8 pleas=13 plugin=-4 plus=6 png=2 pod=3 point=2 policy=6 pool=-3 por=-6 port=-3 possibl=-4 postgresql=3
  powershell=5 practic=-5 pre=-4 precedent=7 precision=-2 predict=-4 prefer=-2 preferenc=-3 pres=5 press=-3 pretend=9
  prettier=-7 preview=-10 pric=3 prim=2 primary=-3 print=5 priority=3 privat=2 privaten=2 proactiv=-2 prob=-2 proc=7
  process=-6 prod=16 produccion=4 production=15 profil=-5 progres=-8 projekt=2 property=-4 propos=-4 protect=-5
  protection=4 proxi=-2 proxy=-9 proyecto=6 prueba=-4 public=7 publica=4 publish=-3 purg=5 push=7 put=12 py=2 pytest=-4
  python=2 qr=-4 quality=-6 quand=-5 quando=-7 que=10 quellcod=4 queri=-6 query=-3 queu=-6 qui=3 quita=5 quot=-3 r=8
  race=-3 rais=-2 rang=-2 rate=-3 raum=3 react=-4 readabl=-2 reader=-2 readines=-2 ready=-6 real=4 really=-5 reboot=11
  recht=5 rechten=4 recommend=-6 recommendation=-2 reconnect=-4 recursively=-5 red=7 redact=-3 redi=6 redirect=-5
  reduc=-7 refresh=-8 regeln=2 regex=-2 register=-2 registro=-3 registry=2 regression=-2 reject=-4 relat=-7 relativ=-5
  releas=-2 reload=-9 remain=-3 remember=-3 remot=3 remover=-6 renam=-9 render=-2 repeat=-4 repl=-2 replay=-3 replica=-5
  reply=2 repo=11 repositorio=5 repository=8 reproduc=-4 request=-4 requir=5 rerun=5 research=-7 reset=-5 resolv=-4
  resolver=-4 resourc=-4 respond=5 respons=-6 rest=-5 restor=-9 restriction=8 result=-5 retri=-2 retry=-6 return=2
  reus=-2 reuseaddr=-5 reveal=3 revers=3 revert=-6 review=-2 reviewer=7 rewrit=-2 rf=5 richt=2 rid=-2 right=8 rival=3
  rm=8 roadmap=4 rockyou=2 role=-8 root=3 rotat=-9 rotation=-5 rout=4 router=2 row=-3 rows=-4 rsa=4 run=5 runn=4
  runner=3 runtim=-3 s=9 s3=4 safari=-2 safety=11 sage=2 salari=5 salary=8 same=-3 sandbox=-2 sanitiz=-3 santa=-5
  save=-3 saved=6 saving=-8 saying=2 scanner=2 schalt=6 schedul=-2 scheduler=-5 schema=4 schick=4 schlussel=2 schreib=4
  scratch=-5 screen=-12 script=-5 se=-3 search=-3 second=-8 secret=2 section=-7 secur=-7 see=3 seed=-6 seem=-2 select=-5
  send=-2 sent=3 sentry=-6 server=4 serveur=8 servic=3 servidor=11 sesion=3 session=-2 set=11 sett=-8 setting=-6
  setuid=2 setup=-2 several=-3 sh=11 shadow=-5 shar=4 sheet=2 shell=2 shift=-4 shop=7 short=-2 shortcut=-8 should=-20
  show=-12 shown=-4 shut=2 shutdown=-6 side=-2 sidebar=-7 sie=5 sign=-3 signal=-5 signatur=3 sigterm=-5 sigu=-3
  simulat=-3 sin=4 sinc=-3 singl=-4 site=4 size=-12 skip=11 slack=9 sleep=-2 slip=-2 slow=-3 small=6 smaller=-4 smok=-2
  snapshot=3 sniff=6 so=14 socket=-5 soft=-7 some=5 someth=3 somewher=3 sort=-6 sortabl=-4 sourc=-4 spac=-8 spam=8
  spar=4 spawn=3 spec=-5 speed=-8 spell=-6 split=-10 spreadsheet=5 squash=-4 srv=4 ssh=9 stack=2 stag=2 stal=-5
  standard=-3 start=4 stat=-10 statement=-5 statu=-3 stay=-6 stick=4 stop=-2 stor=-6 straight=2 strict=5 string=-2
  strip=4 stuck=-5 styl=-3 su=3 subagent=4 subcommand=-7 subdomain=-3 succe=3 succes=-4 successful=-2 such=-8 sudo=6
  sudoer=10 suggest=-6 suit=-5 summariz=3 summary=4 superuser=2 supervisor=12 support=-12 supprim=6 sur=-2 sure=5
  surviv=-4 svg=-3 swap=5 switch=3 symlink=-5 sync=-11 systemd=2 tab=-7 tabl=-2 tabs=-2 take=8 taken=-2 tant=2 target=-9
  task=12 te=2 teach=-3 team=5 tell=6 templat=-10 ten=-2 terminal=5 terraform=2 test=-8 text=3 than=-7 that=7 the=5
  then=4 ther=7 they=-3 this=27 though=6 thread=-4 throttl=-7 through=-2 thumbnail=-5 tidy=4 time=-11 timeout=-7
  timer=-3 timestamp=8 tiny=3 titl=-2 tls=4 tmp=4 tmux=-3 to=3 today=5 todo=6 together=-7 toi=5 token=2 tokenizer=-4
  toleranc=-3 tonight=7 too=-2 toolbar=-2 tooltip=-7 top=4 topic=-2 tous=5 tout=3 trac=-2 traffic=5 transaction=-6
  transfer=-2 translat=-7 translation=-3 trap=-3 trash=-3 traversal=-10 tree=-8 trend=-2 true=3 try=8 ts=-5 ttl=-3 tu=7
  tunnel=6 turn=6 tutorial=-2 tweet=3 twic=-15 two=-5 txt=5 type=-7 typed=3 typescript=-7 u=-3 uac=3 uberspring=3 ui=-6
  uid=5 um=-3 umgebungsvariablen=4 una=4 unam=10 unauthoriz=-2 und=6 under=-4 undo=-3 une=6 uninstall=7 unit=-7 unpack=3
  unstabl=-2 until=10 unus=-7 updat=-5 upgrad=-10 upload=-4 upstream=-3 url=-3 us=8 usag=-7 usb=5 use=3 used=-5 user=-3
  uses=-2 using=-3 usr=9 usual=3 utf=-9 util=-7 valid=3 validacion=-5 validat=-5 validator=-4 valu=4 var=10 variabl=-3
  variant=-4 vault=13 verifi=3 verification=8 verify=3 version=-6 view=-12 visibl=-3 visitor=2 vitest=-10 volum=-4 vom=3
  von=3 vulkan=-3 vulnerabiliti=-4 vulnerability=-2 wait=2 wal=-5 wall=-4 wallpaper=5 warn=-3 warning=-4 was=4 watch=-4
  watcher=-3 way=6 we'll=3 web=10 webhook=-4 websocket=-5 weekend=5 weekly=-5 weiter=4 well=-5 wenn=-7 went=-2 werden=-2
  west=-3 wget=2 what=6 whatever=12 wheel=4 when=-26 wher=-9 whether=3 whil=-7 whitespac=-2 who=-3 whoami=4 whoever=4
  why=-16 wider=-3 widget=3 wifi=9 wiki=4 will=4 window=-4 wins=-2 wipe=4 without=3 word=3 work=-5 worker=-6 workflow=-9
  workspac=-2 world=2 would=-6 writ=5 writabl=2 written=-7 wrong=-7 www=4 x=2 xmrig=5 y=7 yaml=2 year=-2 yes=7
  yesterday=2 yet=-2 yml=3 you=27 you'r=3 your=28 yourself=20 zehn=3 zeig=3 zero=5 zombi=-3 zone=-2 zsh=-2 zu=-2
  администратора=4 базу=10 в=8 все=11 даи=4 данных=5 для=-4 запусти=3 и=11 игнорируи=5 из=4 инструкции=5 исходныи=3
  ключи=3 код=3 команду=5 мне=5 мои=4 на=11 не=-6 оплаты=-4 от=9 отключи=7 папке=2 пароль=2 покажи=3 пользователя=-5
  после=-4 посмотри=4 права=6 предыдущие=5 проверки=4 проекта=5 с=5 сервер=4 сервере=6 скопируи=-2 скрипт=4 удали=5
  фаилы=2 что=7 え=3 が=-4 き=-3 く=-3 け=-4 し=8 す=-9 た=-2 っ=3 て=14 と=-2 の=4 る=-12 を=3 ァ=2 ェ=2 コ=2 ッ=-3 テ=-2 デ=3 ト=-2 ド=2
  バ=-2 フ=2 ブ=-4 プ=5 マ=6 ラ=-3 ル=2 レ=-2 ン=-4 ー=4 一=4 不=-3 个=8 中=-4 为=-2 了=2 代=4 令=3 件=4 任=2 份=6 你=2 使=-7 修=-6 入=-2 全=5 关=6
  出=-6 列=-2 删=3 到=6 制=2 力=-2 加=-2 务=5 动=2 効=2 化=-3 去=3 发=3 取=2 可=-4 合=4 同=2 后=-4 员=2 命=2 器=3 在=3 备=3 変=-2 复=-3 外=3 失=-6
  始=2 字=-3 安=5 定=-2 実=2 密=3 导=-3 并=6 库=4 式=-5 志=3 忽=2 我=8 户=-5 所=4 执=2 找=2 把=7 指=4 挖=5 据=4 掉=2 改=-4 敗=-2 教=2 数=4 时=-8
  時=-3 更=-2 書=2 有=7 服=3 权=4 来=4 查=5 格=-4 检=2 欄=-2 正=-2 無=3 版=-2 理=2 用=-4 略=2 登=-2 的=7 目=3 看=4 矿=5 码=2 秘=2 系=3 给=3 统=3
  行=2 表=-2 装=3 要=-3 読=3 误=-2 败=-2 身=3 这=3 里=8 重=-4 鍵=2 钥=2 链=-2 错=-2 闭=6 限=6 除=3 需=-3 页=-3 든=2 로=-7 를=3 모=-2 행=-4
  `.trim(),
};
