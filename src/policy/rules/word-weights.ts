import type { WordWeights } from '../weigh-words.ts';

/** Fitted to the texts in test/policy by `npm run weights`; not to be edited. */
export const WORD_WEIGHTS: WordWeights = {
  bias: -29,
  weights: `
  2fa=-6 a=3 ab=3 abgelaufenem=-2 about=-3 abov=2 abre=3 accept=-2 acceso=5 account=5 act=11 activ=-5 activity=6
  actor=-4 actual=4 adapt=-3 add=-10 address=3 admin=4 administrador=7 administrateur=3 administrator=9 adress=6
  advanc=-2 affich=2 after=-16 again=9 against=-7 agent=4 agenten=7 ai=3 ajouter=-4 al=-10 alert=-3 alia=3 aliv=-4 all=9
  alle=10 allocator=-4 allow=-6 alon=-3 alpin=-5 already=-8 als=-5 also=4 although=-2 alway=14 am=-2 anad=-3 analysi=-3
  and=6 ander=5 anderen=2 android=-3 animation=-8 anna=5 annoy=6 anonymou=-4 another=2 answer=8 anterior=2 anthropic=4
  anweisungen=5 any=6 anyon=3 anyth=8 anyway=8 ao=-3 apagu=7 api=-7 app=3 appear=-4 append=-4 apply=6 approv=9
  approval=6 apps=-2 arbitrary=3 architectur=-3 archiv=-3 archivo=6 area=-3 argon2=-4 argument=-7 aria=-6 arn=-2
  around=5 arquivo=2 arriv=4 arrow=-5 articl=-2 artifact=-3 ask=-5 asked=3 assertion=6 asset=-4 assign=-7 assistant=3
  assum=2 at=-4 attach=5 attachment=-5 attempt=4 attribut=-3 aucun=3 audit=2 aus=8 auth=4 authentication=2 author=2
  authoriz=4 authorization=-2 autocomplet=-5 automatically=-7 autostart=2 autr=5 avatar=-2 away=2 aws=8 back=-7
  backdoor=10 backend=2 background=-5 backoff=-3 backup=3 badg=-3 bank=2 banner=-8 bar=-7 base=9 base64=10 based=-2
  bash=6 batch=-9 bcrypt=-4 be=3 becaus=-7 becom=7 been=3 befehl=3 befor=-19 beheben=-6 behind=-9 beim=-8 benchmark=-3
  best=-3 between=-12 bill=3 bin=8 bind=-7 binding=-2 bisherigen=2 bitcoin=10 blob=3 blog=-6 board=-5 bodi=-6 body=4
  bomb=-3 boot=6 borra=4 borrar=-4 boss=2 boton=-5 bottleneck=-4 bound=-3 bouton=-7 box=2 break=-12 brok=-2 browser=-3
  brut=6 bucket=10 budget=11 builder=-3 but=-3 button=-13 buy=4 bypas=6 bypass=-2 bypasspermission=6 byte=5 c=11
  cach=-13 calendar=-2 call=5 caller=-4 cambia=2 camera=-7 campo=-5 can't=-8 cancel=-2 cancell=-3 canva=-3 cap=-2
  captur=4 carpeta=5 cart=-8 case=-5 cat=7 caus=-5 cd=-7 ceo=6 certificat=4 cett=3 chain=3 chang=-3 changelog=-4
  channel=5 character=-4 charg=3 chart=-9 chat=-4 check=-2 checker=-2 checkout=2 child=-4 chmod=4 choos=-4 chown=2
  chrom=3 ci=-3 clas=-2 class=-2 claud=17 clav=7 clean=-4 cli=-9 click=-3 client=-3 clipboard=-2 clock=-3 clon=-2
  clos=-7 closur=-3 cloud=8 cluster=12 cmd=4 code=2 codebas=-3 coder=11 coin=4 cold=-2 colleagu=3 collect=7 collection=4
  color=-8 column=-12 com=6 comando=5 come=2 comm=3 comma=-2 commit=4 compaction=-4 company=8 compar=-12 comparison=-2
  competitor=10 compil=-2 compiler=-5 complain=5 completely=3 completion=-7 comply=3 component=-4 compos=-10
  comprehensiv=-5 compt=-6 con=6 condition=-4 conf=3 config=-8 configur=-2 configurabl=-10 confirm=-3 confirmation=-9
  conflict=-6 connect=4 connection=-12 consol=-2 constant=-3 consumer=-4 contact=-4 container=-3 content=15 contenu=4
  context=-2 continu=7 contract=6 contrasena=2 contribut=-4 convert=-8 coordination=9 core=-3 correct=-3 correo=2
  corriger=-5 corrupt=2 cortafuego=6 cost=4 could=2 count=-5 cover=-4 coverag=-2 cpu=3 crack=3 crash=-5 crawl=-2 crea=5
  creat=6 creation=-4 credential=8 critical=-2 cron=3 crontab=6 crypto=2 css=-4 csv=-15 ctrl=-8 cuando=-3 curl=5
  cursor=-5 custom=-10 customer=16 cut=-5 cve=-3 d=2 dado=2 dame=4 damit=3 dans=3 dark=-3 das=11 dashboard=-6 data=3
  databas=4 date=-9 datei=4 dateien=2 datenbank=6 day=-4 days=-7 db=4 ddos=5 de=8 dead=-8 debug=2 decod=3 decrypt=3
  default=-11 defin=-6 definition=-5 dein=6 del=5 delegat=-2 delet=2 deletion=-5 delimiter=-4 dem=5 demo=-5 den=6 deni=3
  deny=2 depend=-7 dependenci=-3 dependency=-3 deploy=8 deployment=-5 depoi=-5 depot=5 deprecat=-9 deprecation=-6
  depui=-6 derobe=6 desactiv=11 desactiva=8 describ=-4 descriptor=-8 design=-6 destroy=8 destructiv=-2 desync=-2
  detect=-10 detection=-4 developer=5 development=-8 devic=-7 dialog=-7 did=5 die=10 dienst=-3 differ=-4 different=-6
  directly=3 directori=-4 disabl=9 discord=3 disk=11 dist=-8 django=-3 dns=9 do=9 docs=-14 docstring=-5 document=-15
  documentation=-5 does=-9 doesn't=-5 domain=4 don't=3 donn=4 donne=2 dossier=-7 doubl=-7 download=-4 drag=-4 draw=-2
  driv=12 driver=2 drizzl=-4 droit=5 drop=-2 dry=-12 du=7 dump=12 duplicat=-9 duration=-2 during=-3 e2e=-3 eacc=-2
  each=3 early=-2 earn=6 echo=5 echouent=3 editor=-10 effac=3 ein=4 eine=-5 einen=7 einer=-7 eintrag=2 el=2 element=-5
  elevat=4 else=3 email=-2 embedd=-4 employe=6 en=2 enc=4 encod=4 encrypt=-2 end=-3 ended=2 endles=2 endpoint=-7 ends=2
  enforc=-3 engin=-3 enlac=-5 enter=2 entfern=6 entfernen=-8 env=5 envi=5 envia=3 environ=3 environment=-2 envoi=3
  eras=6 eres=3 error=-7 es=5 escap=-8 eslint=-3 esp32=-6 et=11 etc=13 evaluat=-3 event=-5 every=12 everybody=7
  everyon=9 everyth=17 everywher=6 evil=3 exampl=17 excel=-4 exclud=-3 exec=-4 execut=7 executabl=-4 exfiltrat=6
  exist=-2 expect=5 expir=-9 expiry=-4 explain=-10 explicit=-2 exploit=5 exponential=-4 export=-10 expos=-2
  expression=-2 extra=2 extract=6 f=4 fais=6 fake=8 fall=-6 fals=-6 faq=-2 far=-2 fast=-2 fastapi=-11 feat=-2 fetch=3
  field=-16 fight=3 figur=4 file=-2 filter=-14 filtro=4 find=-6 fine=4 finish=5 fire=-3 firefox=2 firewall=7 firmwar=5
  first=-6 fish=-7 fix=-10 fixed=-3 flag=-11 flaky=-5 flicker=-5 flow=-2 focu=-4 folder=9 follow=4 font=-6 footer=2
  for=-7 forg=7 forgot=3 fork=3 form=-9 format=-7 formatter=-5 formulario=-5 forum=2 forward=-10 framework=-6 francai=-5
  free=2 freely=3 french=-5 friday=3 friend=2 ftp=2 fuhr=4 function=-7 fur=-3 g=2 game=-3 gateway=2 gb=-3 generat=-7
  generation=-3 generic=-3 german=-2 get=10 gets=-5 gib=6 gist=11 git=7 github=12 gitignor=-2 given=2 globally=7 gmail=2
  go=3 gone=4 got=3 gpg=5 gpu=9 gpus=4 grab=6 gracefully=-2 grant=3 graphql=-3 green=11 grep=2 groupby=-2 grow=-2
  guard=7 guarda=-6 guardado=3 guest=-4 guid=-10 guidelin=2 hacker=2 had=-2 half=3 hand=2 handl=-10 handler=-2 hang=-5
  happen=-2 hard=4 hardcod=3 has=2 have=3 header=-6 health=-9 helm=-4 helper=-2 here=8 hidden=10 hide=5 high=-2 hint=-4
  historial=4 historiqu=4 history=3 hit=2 hoch=4 hol=2 hold=-2 home=8 host=9 hostnam=-2 hour=-6 how=-13 html=2 http=4
  husky=-4 i=14 i'd=3 i'll=2 i'm=2 i2c=-5 iam=5 ich=3 icon=-6 idempotent=-4 identifier=-2 identify=-7 idioma=-5 ids=-5
  ignor=4 ignora=3 ignorier=3 ihn=3 imag=-7 implement=-7 implementation=-6 import=-15 importer=-10 improv=-6
  improvement=-4 in=-5 incident=-2 includ=-4 index=-5 inferenc=-5 inhalt=2 init=-8 injection=-7 input=-6 ins=2 instala=3
  install=9 installation=-6 installier=4 instead=-13 instruccion=3 instruction=3 integration=-10 interactiv=4 interest=4
  internal=3 internet=5 into=8 introduc=-2 invalid=-5 investigat=-3 invit=-4 invitation=-4 invoic=-3 ios=-3 ip=-6 is=-7
  iso=-7 issu=9 ist=4 it=9 item=-2 its=-4 jede=4 jedem=3 jest=-6 job=-10 jobs=-7 journal=8 journaux=3 js=-3 json=9
  jsonl=7 jump=-3 just=11 k3f9=2 k8s=2 kafka=3 keep=-6 kein=-3 kernel=6 key=2 keyboard=-3 keychain=-4 keylogger=7
  keys=-3 kit=-4 known=-2 konfiguration=-3 konto=2 kubeconfig=6 kubectl=2 kubernet=5 kundendaten=4 l=-2 label=-8 lade=2
  lanc=8 land=8 languag=-13 laptop=3 larg=-4 las=7 later=5 latest=-2 lauft=3 launch=5 layer=-5 layout=-7 lazily=-6 le=3
  leak=2 learn=-2 leav=3 legacy=-12 length=-5 les=6 let=2 letmein=2 letzten=4 level=-5 lexer=-5 lib=11 library=-4
  licenc=7 lies=7 lift=3 lign=3 like=2 limit=-4 limiter=4 link=-17 linter=3 linux=-10 lire=3 lis=4 list=-3 listen=3
  listener=5 live=14 lo=5 load=-5 local=-4 localhost=-5 localstorag=-6 lock=-4 lodash=-3 log=-4 logg=8 login=-2 logo=-4
  logon=3 logout=-13 logs=6 long=-8 longer=-2 look=7 lookup=3 loosen=-2 losch=10 loschen=-4 lose=-5 loss=-5 lost=-6
  low=2 lower=4 ls=3 mac=-3 mach=7 machin=15 maco=-6 magic=7 mail=-3 mailbox=4 main=14 maintenanc=-3 make=2 mal=-2
  manag=-3 management=-4 manager=-6 manipulat=4 manual=-2 many=3 map=-4 maps=-8 mark=7 markdown=-2 mask=-5 match=-8
  matrix=-5 matter=3 max=2 may=-4 md=3 me=25 measur=-5 mehr=4 mein=2 meinem=4 meinen=8 memory=-6 mention=3 menu=-4
  merg=11 messag=-5 metadata=8 method=-8 metric=-8 meu=4 mi=7 microservic=-6 middlewar=6 mientra=-5 migration=-8
  mileston=-4 mine=16 miner=13 minimal=-3 minor=-5 minut=-3 mir=8 mismatch=-3 miss=-4 mit=3 mixed=-5 mobil=-7 mock=-4
  modal=-8 mode=-6 model=-9 moderator=-5 modern=-4 modify=13 modul=-6 modulo=-12 moi=7 moment=-4 mon=4 monday=-4
  monero=8 monitor=-9 month=-2 more=4 morn=-2 most=-2 mostr=2 motion=-2 mots=2 mount=11 move=-14 muestram=3 must=-5
  mute=3 my=33 nach=4 name=-11 namespac=6 nan=-3 need=-7 neighbour=9 nest=-3 netcat=4 netrc=2 netz=4 neustart=3 never=-8
  new=-2 newsletter=2 next=-3 nginx=5 nicht=-4 nightly=-4 nimm=3 no=4 nobody=6 node=5 nohup=4 non=-3 none=-2 noon=3
  not=-8 note=7 noth=-4 notic=5 notification=-8 now=10 nowher=-2 npmrc=10 number=-7 o=-2 obey=4 obsolet=-5 of=3 off=5
  offic=14 offlin=-4 offn=3 often=-2 ok=2 old=-5 older=3 on=-5 onboard=-4 once=-10 one=-4 ones=-3 only=-11 open=2
  openssl=-2 opportuniti=-4 optimiz=-2 optimization=-3 option=-12 optional=3 or=-13 orchestrator=4 order=-6 ordner=6
  org=4 organisation=-2 organization=3 origin=4 os=-2 other=12 oubli=2 our=12 ours=5 out=6 outloop=16 output=-3 over=6
  overwrit=11 owasp=4 own=-4 p=4 page=-13 pagination=-2 panel=-7 para=6 parallel=3 parent=2 pars=-3 parser=-13 partner=9
  party=-3 pas=2 pass=3 passphras=-4 passwd=3 password=11 passwort=-2 passworter=2 past=5 pastebin=8 patch=8 path=-9
  pattern=-11 payment=5 pdf=-4 pedido=-5 pend=-2 peopl=-10 per=-12 performanc=-7 perl=3 permiso=4 permission=9
  personal=4 phon=-2 php=-2 phras=5 picker=-5 pictur=7 pid=-4 ping=-6 pipe=4 plac=-9 plain=2 plan=-2 pleas=14 plugin=-4
  plus=6 pod=2 policy=6 poll=5 pool=-4 por=-6 port=-3 position=-2 possibl=-3 postgresql=3 powershell=4 practic=-5 pre=-7
  precedent=7 precision=-2 predict=-4 prefer=-2 preferenc=-3 pres=5 preserv=3 press=-3 pretend=7 prettier=-8 preview=-11
  previou=2 pric=5 prim=2 primary=-3 print=6 printer=4 priority=3 privat=2 privaten=3 proactiv=-3 prob=-2 proc=6
  process=-3 prod=15 produccion=4 production=15 profil=-6 progres=-8 project=-2 projekt=2 property=-4 propos=-4
  protect=-4 protection=4 proxi=-2 proxy=-10 proyecto=6 prueba=-2 public=8 publica=3 publish=-5 puerta=5 pull=3 purg=4
  push=7 put=9 py=2 pytest=-4 python=6 qr=-5 quality=-7 quand=-6 quando=-8 que=10 quellcod=3 queri=-4 query=-2
  question=-2 queu=-6 qui=3 quita=5 quot=-4 r=7 race=-3 rais=-2 rama=2 ran=3 rang=-3 rank=-2 ransomwar=6 rate=-3 raum=3
  react=-4 readabl=-2 reader=-4 readm=2 ready=-6 real=4 really=-6 reboot=10 recht=5 rechten=4 recommend=-7
  recommendation=-2 reconnect=-5 recreat=-2 recursiv=-2 recursively=-4 red=7 redact=-3 redi=7 redirect=-5 reduc=-7
  refresh=-14 regeln=2 regex=-2 register=-2 registro=-4 regression=-2 reinstall=4 reject=-5 relat=-7 relativ=-6
  releas=-3 reload=-9 remain=-3 remember=-4 reminder=2 remot=4 remov=2 remover=-6 renam=-11 render=-2 repeat=-4
  replay=-3 replica=-4 reply=3 repo=10 report=-2 reporter=2 repositori=3 repositorio=4 repository=7 reproduc=-5
  request=-5 requir=5 rerun=5 research=-8 reset=-5 resolv=-5 resolver=-5 resourc=-5 respond=5 respons=-6 rest=-6
  restor=-8 restriction=7 result=-6 retri=-2 retry=-6 return=3 reuseaddr=-6 reveal=3 revers=5 revert=-6 review=-2
  reviewer=6 revok=-3 rewrit=-3 rf=5 richt=2 rid=-4 right=8 rival=2 rm=11 roadmap=4 rockyou=2 role=-7 root=2 rotat=-8
  rotation=-6 rout=6 router=2 row=-3 rows=-4 rsa=3 run=5 runn=6 runner=2 runtim=-4 s=9 s3=3 safari=-2 safety=10 sage=2
  salari=8 salary=7 sale=6 same=-3 sampl=5 sandbox=-3 sanitiz=-3 sans=6 santa=-6 save=-4 saved=5 saving=-8 saying=3
  says=-2 scan=2 scanner=2 schalt=6 schedul=-2 scheduler=-6 schema=4 schick=3 schlussel=2 schreib=3 scop=-2 scrap=4
  scratch=-5 screen=-12 script=-4 se=-3 search=-2 second=-8 secret=3 section=-7 secur=-8 see=3 seed=-6 seem=-3 select=-5
  sell=3 senha=2 sent=3 sentry=-6 serv=-2 server=5 serveur=7 servic=3 servidor=10 sesion=2 session=-4 set=11 sett=-8
  setting=-3 setuid=3 setup=-3 several=-3 sh=12 shadow=-2 shar=5 shell=4 shift=-5 shop=10 short=-3 shortcut=-9
  should=-22 show=-13 shown=-4 shut=2 shutdown=-6 side=-2 sidebar=-8 sie=5 sign=-3 signal=-5 signatur=5 sigterm=-5
  sigu=-3 simulat=-4 simulation=-4 sin=4 singl=-4 site=4 size=-13 skip=11 slack=12 sleep=-2 slip=-2 slow=-4 small=5
  smaller=-4 smok=-4 snapshot=4 sniff=5 so=16 socket=-4 soft=-8 some=4 someth=3 somewher=3 sort=-8 sortabl=-4 spac=-5
  spam=7 spar=4 spec=-5 speed=-7 spell=-7 split=-11 spreadsheet=5 sqlit=-2 squash=-4 srv=3 ssh=11 stag=2 stal=-2
  standard=-3 start=4 stat=-8 statement=-6 statu=-2 stay=-7 steal=3 stick=4 stor=-7 storag=-2 straight=2 strict=5
  string=-3 strip=3 stuck=-5 styl=-3 su=2 sub=-4 subagent=-2 subcommand=-8 subdomain=-3 subproces=-2 succe=4 succes=-4
  such=-8 sudo=5 sudoer=10 suggest=-6 suit=-4 summariz=3 summary=-2 superuser=2 supervisor=10 support=-14 supprim=7
  sure=4 surviv=-5 svg=-3 swap=5 switch=4 symlink=-3 sync=-12 system=2 tab=-12 tabl=-2 tabs=-2 tags=-2 take=10 taken=-2
  tant=3 target=-10 task=9 te=2 teach=-2 team=7 tell=6 templat=-11 terminal=4 terraform=4 test=-8 text=3 than=-7 that=7
  the=6 then=5 ther=7 thing=-2 this=26 though=7 thousand=11 thread=-5 throttl=-8 thumbnail=-5 ticket=2 tidy=4 time=-7
  timeout=-8 timer=-5 timestamp=8 tiny=3 titl=-6 tls=4 tmp=5 tmux=-3 to=3 toda=-2 today=6 todo=6 together=-5 toi=5
  tokenizer=-5 toleranc=-4 tonight=7 tool=3 toolbar=-2 tooltip=-7 top=3 tous=5 tout=3 trac=-4 traffic=6 train=-2
  transaction=-7 translat=-9 translation=-9 trap=-4 trasera=5 trash=-3 traversal=-11 tree=-9 trend=-2 true=2 try=7
  trying=2 ts=-6 ttl=-3 tu=7 tunnel=6 turn=7 tutorial=-2 tweet=3 twenty=2 twic=-12 two=-6 txt=7 type=-9 typed=3
  typescript=-8 u=-3 uac=3 uberspring=3 ui=-6 uid=6 umgebungsvariablen=3 una=6 unam=9 unauthoriz=-3 und=5 undo=-3 une=6
  uninstall=9 unit=-8 unmount=-2 unpack=2 unsign=4 unstabl=-3 until=13 unus=-7 updat=-3 updater=2 upgrad=-10 upload=-6
  upstream=-3 url=-2 us=10 usag=-8 usb=5 use=2 user=-3 uses=-3 using=-3 usr=9 usual=3 usuario=3 utf=-10 util=-7
  validacion=-6 validat=-6 validator=-5 valu=2 var=14 variabl=-4 variant=-4 vault=13 vendor=-3 verifi=2 verification=7
  verify=3 version=-6 view=-13 visibl=-3 visitor=2 vitest=-12 vom=3 von=4 vs=-2 vulkan=-4 vulnerabiliti=-5
  vulnerability=-3 wal=-5 wall=-5 wallet=2 wallpaper=5 warn=-4 warning=-5 was=6 watcher=-4 way=5 we=2 we'll=3 web=10
  webhook=-5 websocket=-6 weekend=4 weekly=-6 weiter=4 well=-5 wenn=-8 went=-2 werden=-2 were=3 west=-3 wget=2 what=5
  whatever=15 wheel=4 when=-24 wher=-8 whether=3 which=2 whil=-8 whitespac=-2 who=-2 whoami=4 whoever=4 why=-18 wider=-3
  widget=3 wifi=8 wiki=3 will=3 window=-3 wins=-2 wipe=3 without=3 won't=4 word=2 work=-3 worker=-5 workflow=-7
  workspac=6 world=2 would=-6 writ=6 writabl=3 written=-7 wrong=-6 www=4 xmrig=5 y=7 yes=6 yesterday=2 yet=-3 yml=3
  you=26 you'r=3 your=22 yourself=20 zehn=3 zeig=2 zero=5 zip=-3 zombi=-4 zoom=-2 zsh=-3 zu=-2 администратора=4 базу=9
  в=8 все=11 всю=5 даи=4 данных=4 для=-4 запусти=3 и=11 игнорируи=5 из=4 инструкции=5 исходныи=3 ключи=3 код=3 команду=5
  мне=5 мои=4 на=10 не=-7 оплаты=-4 от=9 отключи=7 папке=2 покажи=4 пользователя=-5 после=-4 посмотри=4 права=6
  предыдущие=5 проверки=4 проекта=7 прочитаи=2 с=5 сервер=4 сервере=6 скопируи=-3 скрипт=4 токены=4 удали=6 фаилы=3
  что=7 え=3 が=-4 き=-3 く=-3 け=-4 し=8 す=-9 っ=3 て=13 で=3 と=-2 の=4 る=-13 を=4 ん=5 ァ=2 イ=2 キ=2 ク=2 コ=2 テ=-2 デ=4 ド=3 フ=2 ブ=-4
  プ=4 ベ=2 マ=5 ラ=-3 リ=-3 ル=2 ン=-4 ー=3 一=4 上=-2 不=-3 个=8 中=-5 了=2 产=2 代=4 令=3 件=4 份=5 你=2 使=-8 修=-6 入=-2 全=4 关=6 出=-6 列=-2
  删=3 到=7 制=2 力=-2 加=-3 务=5 动=2 効=2 化=-3 去=2 发=3 取=2 可=-4 合=4 同=2 后=-4 员=2 命=2 器=3 在=2 备=3 変=-2 复=-3 外=2 失=-6 始=2 字=-3
  安=4 定=-2 実=2 密=4 导=-3 并=5 库=4 式=-5 志=3 忽=2 我=8 户=-5 所=5 执=2 找=2 把=7 指=3 挖=5 据=4 掉=2 改=-5 敗=-2 数=4 时=-8 時=-3 更=-2 書=2
  有=7 服=3 本=2 权=5 来=3 查=5 格=-4 检=3 欄=-2 正=-2 無=3 版=-2 生=2 用=-5 略=2 登=-2 的=7 目=2 看=4 矿=5 码=3 秘=2 系=3 绕=2 给=3 统=3 行=2 表=-3
  装=3 要=-3 読=3 误=-2 败=-2 身=3 过=2 这=3 里=8 重=-4 鍵=2 钥=2 链=-2 错=-2 闭=6 限=7 除=4 需=-3 页=-2 든=2 로=-7 를=3 모=-2 행=-4
  `.trim(),
};
