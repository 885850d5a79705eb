import type { WordWeights } from '../weigh-words.ts';

/** Fitted to the texts in test/policy by `npm run weights`; not to be edited. */
export const WORD_WEIGHTS: WordWeights = {
  bias: -19,
  weights: `
  2fa=-7 ab=3 abgelaufenem=-3 about=-5 abov=4 abre=2 abus=2 acceso=4 account=4 act=13 activ=-6 activity=4 actor=-4
  actual=4 adapt=-4 added=-3 address=2 adjust=2 admin=2 administrador=6 administrateur=2 administrator=10 adress=5
  after=-15 afterward=2 again=14 against=-6 agent=4 agenten=6 agre=2 ai=6 ajouter=-4 al=-11 alert=-3 alia=3 aliv=-3
  all=8 alle=8 allocator=-3 allow=-6 alon=-2 alpin=-7 already=-7 als=-5 although=-2 alway=12 am=3 anad=-3 analysi=-6
  analytic=3 analyz=-3 ander=4 anderen=2 android=-2 animation=-10 anna=6 annoy=8 answer=9 anterior=2 anthropic=5
  anweisungen=4 any=8 anyon=3 anyth=11 anyway=7 anywher=3 ao=-4 apagu=7 api=-7 app=2 appear=-5 append=-2 apply=8
  approv=10 approval=7 apt=9 arbitrary=7 architectur=-3 archiv=-3 archivo=5 area=-2 argon2=-4 argument=-7 aria=-6
  around=10 arquivo=3 arriv=5 arrow=-4 articl=-3 artifact=-5 ask=-6 asked=-3 asking=-2 asks=3 assertion=8 asset=-3
  assign=-6 assistant=3 assum=3 attach=7 attempt=4 attribut=-3 aucun=2 audit=4 aus=8 author=4 authoriz=3 autocomplet=-7
  automatically=-8 autostart=3 autr=7 avatar=-4 away=2 aws=8 back=-4 backdoor=11 backend=4 background=-6 backoff=-4
  backup=5 badg=-5 bank=2 banner=-9 bar=-4 base=11 base64=9 based=-3 bash=7 batch=-8 bcrypt=-4 becaus=-5 becom=5 been=4
  befehl=3 befor=-18 begin=2 beheben=-6 behind=-10 beim=-9 belong=2 benchmark=-4 between=-11 bill=3 bin=10 binary=5
  bind=-3 binding=-3 bisherigen=2 bit=5 bitcoin=10 blob=2 blog=-7 board=-6 bodi=-6 body=3 bomb=-4 book=2 boot=4 borra=4
  borrar=-4 boss=2 bother=4 boton=-6 bottleneck=-5 bottom=2 bound=-2 boundary=4 bouton=-7 box=7 branch=2 break=-6
  bring=2 brok=-3 broken=-2 brows=2 brut=7 bucket=12 budget=9 bug=-3 build=2 builder=-3 built=2 bulk=-2 bullet=-3
  button=-17 buy=3 bypas=7 bypass=-3 bypasspermission=10 byte=4 cach=-15 calendar=-5 call=5 caller=-5 cambia=3 camera=-7
  campo=-5 can't=-7 cancel=-5 cancell=-6 cannot=-7 canva=-3 cap=-2 capabiliti=3 captur=6 carpeta=6 carry=3 cart=-7
  case=-3 cat=11 caus=-7 cd=-7 ceo=7 certificat=3 cett=3 chain=4 chang=-2 changelog=-6 channel=5 character=-2 charg=3
  chart=-10 chat=-3 checker=-4 checkout=3 checksum=4 child=-7 chmod=7 choos=-4 chown=7 chrom=4 ci=-2 ckup=3 claim=-2
  class=-3 claud=18 clav=6 clean=-5 clear=-3 cli=-10 click=-3 client=-4 clipboard=-3 clock=-3 clon=-2 clos=-12 closur=-4
  cloud=7 cluster=10 cm0glxjmih4=5 cmd=5 codebas=-4 coder=11 coin=4 cold=-3 colleagu=6 collect=8 collection=2 color=-10
  column=-14 com=6 comando=5 come=6 coming=5 comm=2 comma=-2 commit=6 compaction=-4 company=10 compar=-17 comparison=-2
  competitor=11 compiler=-5 complain=7 completely=4 completion=-6 comply=3 component=-8 compos=-9 comprehensiv=-8
  compt=-6 comput=-2 computer=6 con=5 condition=-6 conf=4 config=-8 configur=-5 configurabl=-9 configuration=2
  confirm=-2 confirmation=-12 conflict=-5 connect=4 connection=-8 consol=-5 constant=-4 consumer=-3 contact=-5
  content=13 contenu=3 context=-2 continu=9 contract=6 contrasena=2 contribut=-7 convert=-7 cooki=2 coordination=9
  copi=4 copy=5 core=-3 correct=-2 correo=2 corriger=-6 corrupt=4 cortafuego=5 cost=4 could=3 counter=-3 cover=-3 cpu=2
  crack=2 crash=-13 crea=4 creat=6 creation=-4 credential=6 credit=3 critical=-3 cron=4 crontab=7 crypto=4 csp=4 css=-4
  csv=-14 ctrl=-6 cuando=-3 curl=6 current=-2 cursor=-6 custom=-9 customer=20 cut=-6 cve=-2 dado=2 dame=5 damit=2
  dangerously=2 dans=3 dark=-3 das=11 dashboard=-7 data=4 databas=5 date=-12 datei=3 dateien=2 datenbank=5 days=-9 db=4
  ddos=5 de=6 dead=-8 debug=2 decod=8 decrypt=4 default=-13 defin=-7 definition=-7 dein=5 del=6 deletion=-6 delimiter=-3
  dem=4 demo=-7 den=4 deni=5 deny=4 depend=-2 dependenci=-2 dependency=-2 deploy=11 deployment=-3 depoi=-5 depot=5
  deprecat=-10 deprecation=-5 depui=-6 der=-3 derobe=5 des=-2 desactiv=10 desactiva=7 describ=-2 descriptor=-7 design=-6
  destroy=6 destructiv=-4 detect=-11 detection=-8 dev=-5 developer=7 development=-8 devic=-11 dialog=-8 diary=2 did=3
  die=6 dienst=-3 dies=-2 diff=3 differ=-4 different=-11 dir=-2 directly=3 directori=-2 disabl=7 discord=3 disk=10
  display=2 disregard=4 dist=-7 django=-3 dns=10 dockerfil=-7 docs=-14 docstring=-7 document=-12 documentation=-6
  does=-11 doesn't=-2 doing=3 domain=5 done=-2 donn=4 donne=2 dossier=-5 doubl=-7 down=-3 download=-2 drag=-3 driv=13
  driver=4 drizzl=-6 droit=4 drop=-5 dropbox=3 dry=-13 du=6 dump=15 duplicat=-9 during=-5 e2e=-2 eacc=-4 each=2
  earlier=2 early=-5 earn=5 echo=7 echouent=3 edit=6 editor=-12 effac=3 ein=4 eine=-5 einen=6 einer=-8 eintrag=2
  element=-6 elevat=3 else=6 embedd=-3 employe=8 enc=4 encod=3 encrypt=-2 end=-6 endles=3 endpoint=-6 ends=6 enforc=-7
  engin=-4 enlac=-5 enter=4 entfern=5 entfernen=-8 entir=-3 env=5 envi=4 envia=3 environ=2 environment=-2 envoi=2 eras=6
  eres=3 error=-9 es=4 escap=-7 eslint=-3 esm=-2 esp32=-5 et=10 etc=14 ether=2 evaluat=-4 event=-7 every=12 everybody=8
  everyon=9 everyth=18 everywher=5 evil=3 exampl=16 excel=-2 exclud=-3 exec=-6 execut=10 executabl=-4 exfiltrat=5
  exist=-4 exit=-3 expect=8 expir=-13 expiry=-6 explain=-8 exploit=8 exponential=-5 export=-8 expos=-4 expression=-2
  extension=2 extra=2 extract=9 factor=-3 fail=2 failur=-2 fais=5 fake=5 fall=-3 fals=-3 far=-4 fast=-4 fastapi=-10
  feat=-4 feed=-3 fetch=4 field=-17 fight=6 figur=3 file=-2 filter=-15 filtro=3 find=-6 fine=3 finish=3 fire=-2
  firewall=10 firmwar=7 first=-4 fish=-7 fix=-14 fixed=-3 flag=-13 flaky=-5 flicker=-8 flood=2 flow=-2 fns=-2 focu=-5
  folder=8 follow=4 font=-14 forc=-3 foreign=-2 forever=7 forg=6 forgot=5 fork=5 form=-11 format=-3 formatter=-7
  formulario=-5 forum=2 forward=-7 found=-3 fr=-2 fram=-2 framework=-6 francai=-5 free=3 freed=-3 freely=5 french=-5
  friday=6 friend=2 ftp=3 fuhr=3 full=-3 function=-6 fur=-3 game=-3 gateway=5 gb=-3 generat=-8 generation=-3 generic=-4
  german=-2 gets=-4 gib=5 gist=14 git=11 gitconfig=2 github=9 gitignor=-4 gitlab=-2 give=2 given=3 globally=8 gmail=3
  go=4 gone=4 googl=2 got=3 gpg=5 gpu=7 gpus=4 grab=7 gracefully=-4 graphql=-3 green=16 grep=4 groupby=-2 grow=-3
  guard=9 guarda=-6 guardado=3 guest=-5 guid=-11 guidelin=4 hacker=3 half=3 hand=3 handl=-11 handler=-2 hang=-7
  happen=-3 hardcod=4 has=3 header=-8 health=-10 helm=-7 help=2 helper=-2 here=10 hidden=7 hide=4 high=-3 hint=-9
  historial=3 historiqu=3 history=3 hit=5 hoch=3 hol=2 home=6 host=12 hostnam=-3 hour=-2 how=-13 html=3 http=5 hundr=3
  husky=-4 i'd=3 i'll=3 i'm=5 i2c=-5 iam=4 ich=5 icon=-6 idempotent=-5 identifier=-5 identify=-8 idioma=-5 ids=-6
  ignor=2 ignora=3 ignorier=3 ihn=2 imag=-9 implement=-10 implementation=-7 import=-11 importer=-11 improv=-7
  improvement=-5 incident=-3 includ=-4 increas=2 index=-5 inferenc=-5 infra=-3 inhalt=2 init=-7 injection=-9 input=-4
  ins=2 insert=3 instala=3 install=7 installation=-6 installier=4 instead=-9 instruccion=3 instruction=4 integration=-13
  interactiv=4 interest=5 internal=7 internet=7 introduc=-3 invalid=-6 inventory=2 investigat=-2 invit=-5 invitation=-5
  invoic=-4 ios=-7 ip=-8 isn't=2 iso=-8 issu=8 ist=3 item=-5 itself=2 jede=3 jedem=3 jest=-5 job=-7 jobs=-8 journal=7
  journaux=3 js=-6 json=10 jsonl=8 jump=-2 jwt=3 k3f9=2 k8s=2 kafka=3 keep=-2 kein=-3 kernel=10 keyboard=-3 keychain=-7
  keylogger=7 kit=-6 know=4 known=-3 konfiguration=-2 konto=2 kubeconfig=7 kubectl=2 kubernet=5 kundendaten=4 la=-2
  label=-8 lade=2 lanc=7 land=7 landscap=-5 languag=-13 larg=-4 las=7 last=-2 later=4 latest=-3 lauft=3 launch=7
  launchd=2 layer=-5 layout=-5 lazily=-7 leak=7 learn=-3 leav=5 lee=-2 legacy=-11 length=-6 les=3 letmein=2 letzten=4
  level=-4 lexer=-4 lib=8 library=-3 licenc=6 lies=6 lift=3 lign=3 limit=-2 limiter=4 link=-16 lint=2 linter=3 linux=-14
  lire=2 lis=4 list=-2 listener=4 littl=3 live=16 lo=5 load=-4 local=-5 localhost=-6 localstorag=-6 lodash=-2 log=-3
  logg=6 logo=-4 logon=4 logout=-13 logs=8 long=-10 longer=-2 look=7 lookup=2 losch=9 loschen=-4 lose=-5 loss=-5 lost=-5
  low=3 lower=6 ls=3 lsas=2 mach=6 machin=6 maco=-7 magic=9 mail=-4 mailbox=5 main=14 maintainer=3 maintenanc=-2 mal=-2
  manag=-3 management=-4 manager=-4 manifest=2 manipulat=3 manual=-3 map=-5 maps=-9 mark=7 markdown=-2 mask=-6 match=-7
  matrix=-5 matter=6 may=-4 md=4 me=27 measur=-4 mehr=4 mein=2 meinem=5 meinen=7 memory=-6 mention=4 menu=-5 merg=13
  messag=-6 metadata=8 method=-7 metric=-7 meu=4 mi=7 microphon=2 microservic=-5 middlewar=5 mientra=-5 migrat=-2
  migration=-7 mileston=-5 min=-2 mine=13 miner=16 minimal=-4 minor=-6 minut=-6 mir=8 mismatch=-3 miss=-7 mit=2 mixed=-7
  mnt=2 mobil=-8 mock=-2 modal=-9 mode=-9 model=-8 moderator=-5 modern=-4 modify=14 modul=-7 modulo=-12 moi=6 moment=-5
  mon=5 monday=-2 monero=7 monitor=-9 monorepo=3 more=4 morn=-3 most=-4 mostr=3 mot=-2 motion=-2 mots=2 mount=12 move=-9
  muestram=2 must=-6 my=25 nach=3 name=-9 namespac=5 nan=-4 nas=4 need=-4 neighbour=11 nest=-4 netcat=5 netrc=3
  network=-2 netz=3 neustart=3 never=-5 new=-4 newsletter=2 nginx=9 nicht=-4 night=-3 nightly=-7 nimm=3 nobody=7 node=4
  nohup=5 non=-4 none=-5 noon=2 nopasswd=2 normal=-2 note=7 notic=6 notification=-13 now=10 nowher=-3 npmrc=11 number=-8
  obey=6 obsolet=-5 offic=14 offlin=-3 offn=2 often=-3 ok=2 old=-4 older=2 onboard=-5 once=-9 onedriv=4 op=2 open=2
  openssl=-2 opportuniti=-5 opt=3 optimiz=-3 optimization=-3 option=-16 optional=3 orchestrator=6 order=-6 ordner=5
  org=5 organisation=-4 organization=4 origin=2 os=-2 other=14 oubli=2 our=12 ours=5 outloop=16 output=-4 over=5
  overwrit=10 owasp=5 own=-6 owner=3 packag=-2 page=-12 pagination=-3 paid=4 panel=-7 para=5 parameter=3 pars=-6
  parser=-13 partner=9 party=-4 pas=2 pass=7 passphras=-4 passwd=2 password=10 passwort=-3 passworter=2 past=5
  pastebin=10 patch=11 path=-10 pattern=-13 payload=2 payment=5 pdf=-5 pedido=-5 pend=-4 peopl=-8 per=-13 performanc=-9
  perl=3 permiso=4 permission=6 person=4 personal=5 photo=3 phras=4 pick=3 picker=-7 pictur=8 pid=-8 ping=-7 pipe=4
  plac=-10 plan=-2 player=-2 pleas=15 plugin=-6 plus=5 pod=4 point=3 polici=-3 policy=7 poll=5 pool=-6 por=-4 port=-2
  position=-2 possibl=-4 postgresql=2 potential=-2 powershell=2 pr=4 practic=-7 pre=-12 precedent=6 precision=-3
  predict=-4 prefer=-2 preferenc=-3 pres=5 preserv=2 press=-5 pretend=9 prettier=-9 preview=-12 previou=3 pric=5 prim=2
  primary=-3 print=7 printer=7 priority=4 privat=3 privaten=3 privileg=-2 proactiv=-3 prob=-4 proc=5 prod=17
  produccion=4 production=15 profil=-9 progres=-5 prompt=3 property=-4 propos=-4 protect=-2 protection=3 provid=-2
  proxi=-3 proxy=-11 proyecto=5 prueba=-2 public=7 publica=4 publish=-2 puerta=5 pull=5 purg=2 push=11 py=2 pypirc=2
  pytest=-6 python=10 qr=-5 qryrgr=5 quality=-9 quand=-6 quando=-8 que=9 quellcod=3 queri=-5 question=-2 queu=-4 qui=3
  quiet=2 quita=4 quot=-2 race=-4 rama=2 ran=3 rang=-3 rank=-4 ransomwar=4 rate=-4 raum=3 reach=2 react=-4 readabl=-2
  reader=-6 readines=-4 readm=3 ready=-5 real=3 really=-6 reboot=11 recht=4 rechten=3 recommend=-10 recommendation=-3
  reconnect=-8 recursiv=-2 recursively=-4 red=6 redact=-5 redi=8 redirect=-6 reduc=-8 refactor=3 referenc=-4 refresh=-16
  refus=-2 regard=3 regeln=2 regex=-4 register=-2 registro=-3 regl=3 regression=-3 reinstall=7 reject=-4 relat=-7
  relativ=-5 reload=-10 remain=-5 remember=-6 remot=5 remov=3 remover=-5 renam=-10 render=-4 replay=-4 replica=-3
  reply=7 repo=12 repond=3 repositori=2 repositorio=4 repository=9 reproduc=-7 request=-4 requir=5 rerun=8 rese=3
  research=-11 reset=-5 resolv=-4 resolver=-4 resourc=-6 respond=6 respons=-5 rest=-6 restor=-6 restriction=7 result=-6
  retri=-4 retry=-8 reus=6 reuseaddr=-3 reveal=3 revers=6 revert=-4 review=-2 reviewer=7 revok=-2 rewrit=2 rf=10 richt=2
  rid=4 right=8 rival=2 rm=7 roadmap=4 rockyou=2 role=-6 root=3 rot13=5 rotat=-9 rotation=-7 rout=6 router=5 row=-2
  rows=-4 rsa=3 ruby=-2 run=7 runn=4 runner=2 runs=5 runtim=-4 s3=3 safari=-4 safe=-2 safety=13 sage=3 salari=7 salary=8
  sale=5 sampl=3 sanitiz=-4 sans=4 santa=-8 saved=3 saving=-9 say=4 says=2 scan=2 schalt=6 schedul=-3 scheduler=-8
  schema=7 schick=4 schlussel=2 schreib=3 scrap=7 scratch=-4 screen=-12 script=-4 scroll=-3 se=-4 search=-8 second=-3
  secret=6 section=-8 secur=-6 security=2 see=4 seed=-7 seem=-3 sees=4 select=-9 self=-2 selinux=2 sell=5 senha=2 sent=2
  sentry=-5 server=5 serveur=7 servic=5 servidor=10 sesion=2 sett=-7 setting=-2 setuid=3 setup=-7 several=-4 sh=15
  shadow=-2 shar=6 shell=4 shift=-5 ship=5 shop=9 short=-6 shortcut=-7 show=-7 shown=-7 shred=4 shutdown=-9 sibl=2
  side=-3 sidebar=-8 sie=4 sign=-3 signal=-5 signatur=2 sigterm=-7 sigu=-2 simulation=-3 sin=4 singl=-4 site=7 size=-13
  skip=10 skript=-2 slack=10 sleep=-5 slip=-2 slow=-4 small=4 smaller=-3 smok=-4 sniff=6 snippet=-2 socket=-3 soft=-8
  some=4 somewher=3 sort=-8 sortabl=-6 spac=-6 spam=8 spar=4 spawn=-2 spec=-3 special=5 speed=-6 spell=-6 spin=2
  spinner=-5 split=-7 spreadsheet=5 squash=-5 ssh=10 stag=4 stal=-2 standard=-5 start=3 startup=-2 stat=-8 statement=-7
  stay=-2 steal=3 step=-2 stick=6 sticky=3 still=-2 stock=-3 stop=-2 stor=-6 storag=-2 straight=5 strict=7 strip=2
  stuck=-4 styl=-3 su=3 sub=-8 subagent=-2 subcommand=-10 subdomain=-3 subproces=-3 succe=6 succes=-4 such=-8 sudo=5
  sudoer=10 suggest=-7 suid=4 suit=-6 summariz=3 superadmin=2 superuser=3 supervisor=13 support=-15 supprim=6 sur=-2
  sure=6 surviv=-2 svg=-3 swap=4 switch=5 symlink=-3 sync=-13 system=2 systemd=2 tab=-13 tabl=-3 tabs=-3 take=13
  taken=-3 tant=2 tar=-2 target=-10 task=13 te=2 teach=-3 team=9 tell=7 templat=-11 ten=-4 terminal=3 terraform=3
  test=-6 text=3 ther=9 they'r=-2 thing=-3 though=6 thousand=11 thread=-3 throttl=-9 through=2 thumbnail=-6 ticket=5
  tidy=3 time=-4 timeout=-9 timer=-7 timestamp=9 tiny=2 titl=-6 tls=3 tmp=10 toda=-2 today=9 todo=7 together=-4 toggl=-3
  toi=4 tokenizer=-4 told=3 toleranc=-6 tomorrow=2 tonight=6 too=-2 tool=2 toolbar=-2 tooltip=-6 top=3 topic=-2 touch=5
  tous=5 tout=3 trac=-3 track=-2 traffic=8 trail=2 train=-2 transaction=-10 transcript=2 transfer=-2 translat=-3
  translation=-9 trap=-4 trasera=5 trash=-2 traversal=-9 treat=2 tree=-11 trend=-2 trigger=-3 truncat=-4 try=6 ts=-6
  ttl=-3 tu=7 tunnel=8 turn=11 tutorial=-3 tweet=4 twenty=4 twic=-13 two=-9 txt=9 type=-3 typed=4 typescript=-8 typo=-2
  uac=4 uberspring=2 ui=-6 uid=5 um=-2 umgebungsvariablen=3 umlaut=-2 una=5 unam=11 unchang=-2 und=4 under=3 undo=-5
  une=5 unicod=3 uninstall=8 unit=-9 unlock=4 unmount=-5 unpack=3 unrestrict=2 unsign=6 unstabl=-4 until=14 unus=-8
  updat=-5 updater=2 upgrad=-8 upload=-6 upstream=-3 us=13 usag=-9 usb=6 user=-2 using=-3 usr=7 usual=7 usuario=2 utf=-9
  util=-6 validacion=-5 validat=-5 validation=2 validator=-4 var=13 variabl=-4 variant=-5 vault=13 vendor=-3 verifi=4
  verification=4 verify=-2 vers=5 version=-5 view=-15 viewer=-2 virus=-3 visibl=-3 visitor=2 vitest=-10 volum=2 vom=3
  von=4 vote=4 vs=-2 vulkan=-3 vulnerabiliti=-6 vulnerability=-3 wait=-2 wal=-6 wall=-3 wallet=2 wallpaper=7 warn=-4
  warning=-6 watcher=-2 way=6 we'll=3 weak=2 web=9 webhook=-3 websit=3 websocket=-5 week=2 weekend=4 weekly=-5 weiter=4
  well=-5 wenn=-8 went=-2 werden=-3 were=6 west=-3 wget=2 whatever=16 wheel=3 whenever=5 wher=-7 whether=3 whil=-7
  whitespac=-4 whoami=4 whoever=5 why=-21 wider=-7 widget=4 wifi=10 wiki=6 win=-2 window=-8 wins=-2 wipe=5 within=-2
  without=4 won't=6 word=4 worker=-9 workflow=-7 workspac=4 writ=7 written=-7 wrong=-6 www=5 xmrig=8 yes=3 yet=-3 yml=3
  you=29 you'r=3 your=23 yourself=19 zehn=3 zero=6 zombi=-4 zoom=-4 zshrc=2 zu=-2 zugangsdaten=2 администратора=3 базу=8
  в=5 все=10 всю=4 даи=3 данных=4 для=-5 запусти=2 и=10 игнорируи=5 из=3 инструкции=5 исходныи=2 ключи=3 код=2 команду=4
  мне=6 мои=3 на=8 не=-7 оплаты=-5 от=8 отключи=6 отправь=2 папке=2 покажи=2 пользователя=-6 после=-5 посмотри=3 права=5
  предыдущие=5 проверки=4 проекта=7 с=4 сервер=3 сервере=6 скопируи=-3 скрипт=4 содержимое=4 тесты=-2 токены=4 удали=4
  фаилы=2 что=6 え=3 が=-4 き=-3 く=-3 け=-4 し=7 す=-10 っ=2 て=12 で=3 と=-2 の=4 る=-14 を=3 ん=5 ァ=2 キ=2 コ=2 テ=-2 デ=4 ド=3 フ=2 ブ=-4
  プ=4 マ=5 ラ=-3 リ=-3 ル=2 ン=-5 ー=3 一=4 上=-2 不=-2 个=8 中=-5 为=-2 了=2 产=2 代=3 令=3 件=3 份=5 你=2 使=-8 修=-6 入=-2 全=4 关=5 出=-7
  列=-2 删=3 到=6 制=2 力=-2 加=-3 务=5 动=2 効=2 化=-3 去=2 发=3 取=2 可=-4 合=4 同=2 后=-4 员=2 命=2 器=2 在=2 备=3 変=-2 复=-4 外=2 失=-7 始=2
  字=-3 安=4 定=-2 実=2 密=3 导=-3 并=5 库=4 式=-5 志=3 忽=2 我=8 户=-5 所=4 找=2 把=6 指=3 挖=4 据=4 掉=2 改=-5 敗=-2 数=4 新=-2 时=-8 時=-3 更=-2
  書=2 有=7 服=2 权=5 来=3 查=5 格=-4 检=2 欄=-2 正=-2 無=3 版=-2 生=2 用=-6 略=2 登=-2 的=7 目=2 看=4 矿=4 码=3 系=3 绕=2 给=3 统=3 表=-3 装=3
  要=-3 読=3 误=-2 败=-2 身=3 过=2 这=2 里=7 重=-5 钥=2 链=-2 错=-2 闭=5 限=6 除=3 需=-3 面=-2 页=-3 든=2 로=-8 를=2 모=-3 행=-4
  `.trim(),
};
