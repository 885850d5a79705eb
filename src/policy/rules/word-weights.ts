import type { WordWeights } from '../weigh-words.ts';

/** Fitted to the texts in test/policy by `npm run weights`; not to be edited. */
export const WORD_WEIGHTS: WordWeights = {
  bias: -28,
  weights: `
  2fa=-7 a=3 ab=3 abgelaufenem=-3 about=-4 abov=2 abre=2 accept=2 acceso=5 account=6 act=11 activ=-5 activity=6 actor=-4
  actual=4 adapt=-3 add=-10 address=2 adjust=2 admin=3 administrador=7 administrateur=3 administrator=10 adress=5
  affich=2 after=-16 again=9 against=-6 agent=4 agenten=7 ai=3 ajouter=-4 al=-10 alert=-3 alia=3 aliv=-3 all=9 alle=10
  allocator=-4 allow=-6 alon=-3 alpin=-5 already=-8 als=-5 also=4 although=-2 alway=13 am=-2 anad=-3 analysi=-3 and=6
  ander=5 anderen=2 android=-3 animation=-8 anna=5 annoy=6 another=2 answer=8 anterior=2 anthropic=4 anweisungen=5 any=8
  anyon=3 anyth=8 anyway=8 ao=-3 apagu=7 api=-6 app=3 appear=-4 append=-4 apply=7 approv=9 approval=7 apps=-2
  arbitrary=6 architectur=-3 archiv=-3 archivo=5 area=-3 aren't=-2 argon2=-4 argument=-7 aria=-6 arn=-2 around=6
  arquivo=2 arriv=4 arrow=-5 articl=-2 artifact=-3 ask=-4 asked=3 assertion=6 asset=-4 assign=-7 assistant=3 assum=2
  at=-4 attach=5 attachment=-6 attempt=4 attribut=-3 aucun=3 aus=8 auth=4 authentication=2 author=2 authoriz=4
  authorization=-2 autocomplet=-5 automatically=-7 autostart=3 autr=5 avatar=-2 away=2 aws=8 back=-7 backdoor=10
  backend=2 background=-5 backoff=-3 backup=3 badg=-3 bank=2 banner=-9 bar=-8 base=10 base64=10 based=-2 bash=6 batch=-9
  bcrypt=-4 be=3 becaus=-7 becom=7 been=3 befehl=4 befor=-19 beheben=-6 behind=-9 beim=-8 benchmark=-3 best=-3
  between=-13 bill=2 bin=8 binary=2 bind=-8 binding=-2 bisherigen=2 bit=3 bitcoin=10 blob=3 blog=-6 board=-5 bodi=-6
  body=4 bomb=-3 boot=6 borra=4 borrar=-4 boss=2 boton=-5 bottleneck=-4 bound=-2 boundary=4 bouton=-7 box=3 branch=2
  break=-10 brok=-2 browser=-3 brut=5 bucket=10 budget=11 builder=-3 bundl=-2 but=-7 button=-14 buy=4 bypas=6 bypass=-2
  bypasspermission=6 byte=5 c=11 cach=-14 calendar=-2 call=4 caller=-4 cambia=2 camera=-5 campo=-5 can't=-8 cancel=-2
  cancell=-3 cannot=-5 canva=-3 cap=-2 captur=4 carpeta=5 cart=-9 case=-5 cat=7 caus=-5 cd=-7 ceo=6 certificat=3 cett=3
  chain=3 chang=-3 changelog=-4 channel=4 character=-4 charg=2 chart=-9 chat=-2 checker=-3 checkout=2 child=-4 chmod=4
  choos=-4 chown=2 chrom=3 ci=-3 clas=-2 class=-2 claud=17 clav=7 clean=-4 cli=-9 click=-4 client=-2 clipboard=-2
  clock=-3 clos=-7 closur=-3 cloud=8 cluster=12 cmd=4 codebas=-3 coder=12 coin=4 cold=-2 colleagu=5 collect=7
  collection=4 color=-8 column=-12 com=5 comando=5 come=2 comm=3 comma=-3 commit=5 compaction=-5 company=9 compar=-12
  comparison=-2 competitor=10 compil=-2 compiler=-5 complain=5 completely=3 completion=-7 comply=3 component=-4
  compos=-8 comprehensiv=-5 compt=-6 con=6 condition=-5 conf=3 config=-8 configur=-2 configurabl=-10 confirm=-3
  confirmation=-9 conflict=-6 connect=4 connection=-12 consol=-2 constant=-3 consumer=-4 contact=-5 container=-3
  content=14 contenu=4 context=-2 continu=7 contract=6 contrasena=2 contribut=-4 convert=-8 coordination=9 core=-3
  correct=-3 correo=2 corriger=-5 corrupt=2 cortafuego=5 cost=4 could=2 count=-5 cover=-4 coverag=-2 cpu=3 crack=3
  crash=-5 crawl=-2 crea=5 creat=6 creation=-4 credential=8 critical=-2 cron=3 crontab=6 crypto=3 csp=2 css=-4 csv=-15
  ctrl=-8 cuando=-3 curl=5 current=-2 cursor=-5 custom=-10 customer=18 cut=-6 cve=-3 d=2 dado=2 dame=5 damit=3 dans=3
  dark=-3 das=12 dashboard=-6 data=2 databas=3 date=-9 datei=4 dateien=2 datenbank=6 day=-4 days=-7 db=3 ddos=5 de=7
  dead=-8 debug=2 decod=3 decrypt=3 default=-10 defin=-6 definition=-5 dein=6 del=5 delegat=-2 delet=2 deletion=-5
  delimiter=-4 dem=5 demo=-5 den=6 deni=3 deny=2 depend=-7 dependenci=-3 dependency=-3 deploy=7 deployment=-5 depoi=-5
  depot=5 deprecat=-9 deprecation=-6 depui=-6 derobe=6 desactiv=11 desactiva=8 describ=-4 descriptor=-8 design=-6
  destroy=8 destructiv=-2 desync=-2 detect=-10 detection=-4 developer=5 development=-8 devic=-7 dialog=-7 did=4 die=10
  dienst=-3 differ=-4 different=-7 directly=3 directori=-4 disabl=8 discord=2 disk=11 dist=-8 django=-3 dns=9 do=9
  docs=-14 docstring=-5 document=-14 documentation=-5 does=-10 doesn't=-5 domain=4 don't=2 donn=4 donne=2 dossier=-7
  doubl=-7 down=-2 download=-4 drag=-4 draw=-2 driv=12 driver=2 drizzl=-5 droit=5 drop=-2 dropbox=3 dry=-12 du=7 dump=12
  duplicat=-9 duration=-2 during=-3 e2e=-3 eacc=-2 each=3 early=-2 earn=5 echo=5 echouent=4 editor=-10 effac=3 ein=4
  eine=-5 einen=7 einer=-7 eintrag=2 el=2 element=-5 elevat=4 elimina=2 else=3 email=-2 embedd=-4 employe=6 en=2 enc=4
  encod=4 encrypt=-2 end=-3 ended=2 endles=2 endpoint=-8 ends=2 enforc=-3 engin=-3 enlac=-5 enter=2 entfern=6
  entfernen=-8 env=6 envi=5 envia=3 environ=3 environment=-2 envoi=2 eras=7 eres=3 error=-8 es=4 escap=-8 eslint=-2
  esp32=-6 et=11 etc=14 evaluat=-3 event=-5 every=12 everybody=7 everyon=9 everyth=16 everywher=7 evil=3 exampl=17
  excel=-4 exclud=-3 exec=-4 execut=7 executabl=-4 exfiltrat=6 exist=-3 expect=5 expir=-10 expiry=-4 explain=-10
  explicit=-2 exploit=5 exponential=-5 export=-8 expos=-2 expression=-2 extra=2 extract=6 f=4 fais=6 fake=7 fall=-6
  fals=-7 faq=-2 far=-2 fast=-2 fastapi=-11 feat=-2 fetch=3 field=-16 fight=2 figur=4 file=-2 filter=-12 filtro=4
  find=-7 fine=4 finish=6 fire=-3 firefox=2 firewall=7 firmwar=5 first=-6 fish=-7 fix=-12 fixed=-3 flag=-11 flaky=-5
  flicker=-5 flow=-2 focu=-4 folder=9 follow=4 font=-9 for=-7 forg=7 forgot=3 fork=3 form=-9 format=-7 formatter=-6
  formulario=-5 forum=2 forward=-10 framework=-6 francai=-5 free=2 freely=2 french=-5 friday=3 friend=2 ftp=3 fuhr=4
  function=-8 fur=-3 g=2 game=-3 gateway=2 gb=-3 generat=-6 generation=-3 generic=-3 german=-2 get=11 gets=-5 gib=5
  gist=10 git=7 github=12 gitignor=-2 given=2 globally=7 gmail=2 go=3 gone=3 got=3 gpg=4 gpu=9 gpus=4 grab=6
  gracefully=-2 grant=3 graphql=-3 green=11 grep=2 groupby=-2 grow=-2 guard=7 guarda=-6 guardado=3 guest=-4 guid=-10
  guidelin=3 hacker=2 had=-2 half=3 hand=2 handl=-10 handler=-2 hang=-5 happen=-2 hard=3 hardcod=3 has=2 have=3
  header=-6 health=-9 helm=-4 here=8 hidden=10 hide=5 high=-2 hint=-4 historial=4 historiqu=4 history=3 hit=2 hoch=3
  hol=2 home=7 hook=-2 host=9 hostnam=-2 hour=-4 how=-13 html=2 http=4 husky=-4 i=14 i'd=3 i'll=2 i'm=2 i2c=-5 iam=5
  ich=4 icon=-6 idempotent=-4 identifier=-2 identify=-7 idioma=-5 ids=-5 if=2 ignor=4 ignora=3 ignorier=3 ihn=3 imag=-7
  implement=-7 implementation=-6 import=-16 importer=-10 improv=-6 improvement=-4 in=-6 incident=-2 includ=-4 index=-5
  inferenc=-5 inhalt=2 init=-8 injection=-7 input=-7 ins=2 instala=3 install=9 installation=-6 installier=4 instead=-13
  instruccion=3 instruction=4 integration=-10 interactiv=4 interest=5 internal=5 internet=7 into=8 introduc=-2
  invalid=-5 investigat=-3 invit=-4 invitation=-4 invoic=-3 ios=-3 ip=-7 is=-7 iso=-7 issu=9 ist=4 it=9 item=-2 its=-4
  jede=4 jedem=3 jest=-6 job=-11 jobs=-7 journal=8 journaux=2 js=-3 json=9 jsonl=8 jump=-3 just=10 k3f9=2 k8s=2 kafka=3
  keep=-6 kein=-3 kernel=6 key=2 keyboard=-3 keychain=-5 keylogger=6 keys=-3 kit=-5 know=2 known=-3 konfiguration=-3
  konto=2 kubeconfig=6 kubectl=2 kubernet=5 kundendaten=4 l=-2 label=-8 lade=2 lanc=8 land=7 languag=-13 laptop=4
  larg=-4 las=7 later=5 latest=-2 lauft=3 launch=5 layer=-5 layout=-7 lazily=-6 le=3 leak=2 leav=3 legacy=-12 length=-5
  les=6 let=4 letmein=2 letzten=4 level=-5 lexer=-4 lib=11 library=-3 licenc=7 lies=6 lift=3 lign=3 like=2 limit=-4
  limiter=3 link=-17 linter=3 linux=-10 lire=3 lis=4 list=-3 listen=3 listener=5 live=14 lo=5 load=-5 local=-4
  localhost=-5 localstorag=-6 lock=-5 lodash=-3 log=-5 logg=8 logo=-4 logon=3 logout=-13 logs=7 long=-9 longer=-3 look=7
  lookup=3 loosen=-2 losch=10 loschen=-4 lose=-5 loss=-5 lost=-5 low=2 lower=4 ls=3 mac=-3 mach=7 machin=10 maco=-6
  magic=7 mail=-3 mailbox=5 main=14 maintenanc=-3 make=2 mal=-2 manag=-3 management=-4 manager=-7 manipulat=4 manual=-2
  many=2 map=-4 maps=-8 mark=8 markdown=-2 mask=-5 match=-8 matrix=-5 matter=3 max=2 may=-4 md=3 me=25 measur=-5 mehr=4
  mein=2 meinem=4 meinen=8 memory=-6 mention=3 menu=-4 merg=10 messag=-5 metadata=7 method=-8 metric=-8 meu=4 mi=7
  microservic=-6 middlewar=6 mientra=-5 migrat=-2 migration=-8 mileston=-4 mine=16 miner=14 minimal=-4 minor=-5 minut=-3
  mir=9 mismatch=-3 miss=-4 mit=3 mixed=-6 mobil=-7 mock=-4 modal=-8 mode=-6 model=-9 moderator=-5 modern=-4 modify=13
  modul=-6 modulo=-12 moi=7 moment=-4 mon=6 monday=-4 monero=7 monitor=-9 month=-2 more=4 most=-2 mostr=2 motion=-2
  mots=2 mount=11 move=-14 muestram=3 must=-5 mute=3 my=31 nach=4 name=-11 namespac=6 nan=-3 nas=4 need=-8 neighbour=10
  nest=-3 netcat=4 netrc=2 netz=4 neustart=3 never=-8 new=-3 newsletter=2 next=-4 nginx=5 nicht=-4 nightly=-4 nimm=3
  no=4 nobody=6 node=5 nohup=4 non=-3 none=-2 noon=3 not=-8 note=7 noth=-4 notic=5 notification=-8 now=10 nowher=-2
  npmrc=10 number=-7 o=-2 obey=4 obsolet=-5 of=3 off=5 offic=14 offlin=-2 offn=3 often=-2 ok=2 old=-6 older=2 on=-5
  onboard=-4 once=-10 one=-5 onedriv=3 ones=-3 only=-13 open=3 openssl=-2 opportuniti=-4 optimiz=-2 optimization=-3
  option=-12 optional=2 or=-10 orchestrator=4 order=-6 ordner=6 org=3 organisation=-2 organization=3 origin=4 os=-2
  other=12 oubli=2 our=12 ours=5 out=6 outloop=16 output=-3 over=6 overwrit=11 owasp=4 own=-4 p=4 packag=-2 page=-12
  pagination=-2 panel=-7 para=7 parallel=3 parent=2 pars=-3 parser=-13 partner=8 party=-4 pas=2 pass=2 passphras=-4
  passwd=3 password=12 passwort=-2 passworter=2 past=5 pastebin=8 patch=8 path=-9 pattern=-11 payment=5 pdf=-4 pedido=-5
  pend=-2 peopl=-10 per=-12 performanc=-7 perl=3 permiso=4 permission=8 personal=4 photo=3 php=-2 phras=5 picker=-5
  pictur=6 pid=-4 ping=-6 pipe=4 plac=-9 plain=2 plan=-3 pleas=15 plugin=-5 plus=5 pod=2 policy=7 poll=4 pool=-4 por=-6
  port=-3 position=-2 possibl=-3 post=-2 postgresql=3 powershell=4 practic=-5 pre=-8 precedent=6 precision=-2 predict=-4
  prefer=-2 preferenc=-3 pres=4 preserv=3 press=-3 pretend=8 prettier=-8 preview=-11 previou=2 pric=4 prim=2 primary=-3
  print=6 printer=4 priority=3 privat=2 privaten=3 proactiv=-3 proc=6 process=-3 prod=16 produccion=4 production=15
  profil=-7 progres=-8 project=-2 projekt=2 property=-4 propos=-4 protect=-4 protection=4 proxi=-2 proxy=-10 proyecto=6
  prueba=-2 public=7 publica=3 publish=-3 puerta=5 pull=2 purg=4 push=7 put=9 py=2 pytest=-4 python=7 qr=-5 quality=-7
  quand=-6 quando=-8 que=10 quellcod=3 queri=-4 query=-2 question=-2 queu=-6 qui=4 quita=5 quot=-3 r=7 race=-3 rais=-2
  rama=2 ran=3 rang=-3 rank=-2 ransomwar=6 rate=-3 raum=3 react=-4 readabl=-2 reader=-4 readm=2 ready=-6 real=3
  really=-6 reboot=11 recht=5 rechten=4 recommend=-8 recommendation=-2 reconnect=-5 recreat=-2 recursiv=-2
  recursively=-4 red=6 redact=-3 redi=7 redirect=-6 reduc=-7 refresh=-14 regeln=2 regex=-2 register=-2 registro=-3
  regl=4 regression=-2 reinstall=4 reject=-5 relat=-7 relativ=-7 releas=-3 reload=-9 remain=-3 remember=-4 reminder=2
  remot=4 remov=2 remover=-6 renam=-11 render=-2 repeat=-4 replac=-2 replay=-4 replica=-4 reply=3 repo=10 repond=3
  report=-2 repositori=3 repositorio=4 repository=7 reproduc=-5 request=-3 requir=5 rerun=5 research=-8 reset=-5
  resolv=-5 resolver=-5 resourc=-5 respond=8 respons=-6 rest=-6 restor=-9 restriction=6 result=-7 retri=-2 retry=-6
  return=2 reus=3 reuseaddr=-6 reveal=3 revers=5 revert=-5 review=-2 reviewer=6 revok=-3 rewrit=-3 rf=5 richt=2 rid=-4
  right=8 rival=2 rm=10 roadmap=4 rockyou=2 role=-7 root=2 rotat=-9 rotation=-6 rout=6 router=4 row=-4 rows=-4 rsa=3
  run=5 runn=5 runner=2 runtim=-4 s=9 s3=3 safari=-2 safety=10 sage=2 salari=7 salary=7 sale=6 same=-3 sampl=6
  sandbox=-3 sanitiz=-3 sans=5 santa=-6 saved=5 saving=-8 saying=3 says=-2 scan=3 scanner=2 schalt=6 schedul=-2
  scheduler=-6 schema=5 schick=4 schlussel=2 schreib=3 scop=-2 scrap=4 scratch=-5 screen=-12 script=-4 se=-3 search=-2
  second=-8 secret=2 section=-8 secur=-8 see=3 seed=-6 seem=-3 select=-5 sell=3 senha=2 sent=3 sentry=-7 serv=-2
  server=5 serveur=7 servic=3 servidor=11 sesion=2 session=-3 set=11 sett=-9 setting=-3 setuid=2 setup=-2 several=-3
  sh=12 shadow=-2 shar=5 shell=4 shift=-5 shop=10 short=-3 shortcut=-9 should=-22 show=-13 shown=-4 shred=4 shut=2
  shutdown=-6 side=-2 sidebar=-8 sie=4 sign=-4 signal=-5 signatur=4 sigterm=-5 sigu=-3 simulat=-4 simulation=-4 sin=4
  singl=-4 site=6 size=-13 skip=12 slack=12 sleep=-2 slip=-2 slow=-4 small=5 smaller=-4 smok=-4 snapshot=3 sniff=6 so=16
  socket=-4 soft=-8 some=4 someth=3 somewher=3 sort=-8 sortabl=-4 spac=-5 spam=7 spar=4 spec=-5 speed=-8 spell=-7
  split=-12 spreadsheet=5 sqlit=-2 squash=-4 srv=3 ssh=10 stag=2 stal=-2 standard=-4 start=4 stat=-8 statement=-6
  statu=-3 stay=-7 steal=3 step=-2 stick=5 stor=-6 storag=-2 straight=3 strict=5 string=-3 strip=3 stuck=-4 styl=-3 su=3
  sub=-4 subagent=-2 subcommand=-8 subdomain=-3 subproces=-2 succe=5 succes=-4 such=-8 sudo=5 sudoer=9 suggest=-6 suid=2
  suit=-5 summariz=3 superuser=2 supervisor=10 support=-13 supprim=7 sure=4 surviv=-5 svg=-3 swap=5 switch=4 symlink=-3
  sync=-13 tab=-11 tabl=-2 tabs=-2 tags=-2 take=10 taken=-2 tant=3 target=-10 task=10 te=2 teach=-2 team=7 tell=7
  templat=-11 terminal=4 terraform=4 test=-8 text=3 than=-6 that=7 the=6 then=5 ther=7 thing=-2 this=26 though=7
  thousand=11 thread=-5 throttl=-8 throw=2 thumbnail=-5 tidy=4 time=-5 timeout=-8 timer=-5 timestamp=9 tiny=3 titl=-6
  tls=4 tmp=5 tmux=-3 to=3 toda=-2 today=6 todo=5 together=-5 toi=5 tokenizer=-5 toleranc=-4 tonight=7 too=-2 tool=3
  toolbar=-2 tooltip=-7 top=3 tous=5 tout=4 trac=-4 traffic=5 train=-2 transaction=-6 translat=-9 translation=-9 trap=-4
  trasera=5 trash=-3 traversal=-11 tree=-9 trend=-2 trigger=-4 try=7 trying=2 ts=-6 ttl=-4 tu=7 tunnel=6 turn=7
  tutorial=-2 tweet=3 twenty=2 twic=-12 two=-6 txt=6 type=-7 typed=3 typescript=-8 u=-3 uac=3 uberspring=3 ui=-6 uid=6
  umgebungsvariablen=3 una=7 unam=10 unauthoriz=-3 und=5 undo=-3 une=6 uninstall=9 unit=-8 unmount=-2 unpack=2 unsign=4
  unstabl=-3 until=13 unus=-7 updat=-4 updater=2 upgrad=-10 upload=-6 upstream=-3 url=-2 us=10 usag=-8 usb=5 use=2
  user=-3 uses=-2 using=-3 usr=8 usual=3 usuario=3 utf=-10 util=-7 validacion=-6 validat=-6 validator=-5 valu=3 var=14
  variabl=-4 variant=-4 vault=14 vendor=-3 verifi=2 verification=7 verify=3 vers=5 version=-6 view=-13 visibl=-3
  vitest=-12 vom=3 von=4 vote=5 vs=-2 vulkan=-4 vulnerabiliti=-5 vulnerability=-3 wal=-5 wall=-6 wallet=2 wallpaper=5
  warn=-4 warning=-5 was=6 watcher=-4 way=4 we'll=3 web=9 webhook=-5 websit=5 websocket=-6 weekend=4 weekly=-6 weiter=4
  well=-4 wenn=-8 went=-2 werden=-3 were=2 west=-3 wget=2 what=5 whatever=14 wheel=4 when=-24 whenever=3 wher=-8
  whether=3 which=2 whil=-9 whitespac=-2 who=-2 whoami=4 whoever=4 why=-18 wider=-3 widget=4 wifi=11 wiki=3 will=3
  window=-4 wins=-2 wipe=3 without=5 won't=4 word=2 work=-5 worker=-6 workflow=-8 workspac=6 world=2 would=-6 writ=6
  writabl=3 written=-7 wrong=-6 www=4 xmrig=5 y=7 yes=6 yesterday=2 yet=-3 yml=3 you=26 you'r=3 your=22 yourself=20
  zehn=3 zeig=2 zero=5 zip=-3 zombi=-4 zoom=-2 zsh=-3 zu=-2 администратора=4 базу=9 в=8 все=11 всю=5 даи=4 данных=4
  для=-4 запусти=3 и=11 игнорируи=5 из=4 инструкции=5 исходныи=3 ключи=3 код=3 команду=5 мне=6 мои=4 на=10 не=-7
  оплаты=-4 от=9 отключи=7 отправь=2 папке=2 покажи=3 пользователя=-5 после=-4 посмотри=4 права=5 предыдущие=5
  проверки=4 проекта=7 прочитаи=2 с=5 сервер=4 сервере=7 скопируи=-3 скрипт=4 содержимое=4 токены=4 удали=5 фаилы=3
  что=7 え=3 が=-4 き=-3 く=-3 け=-4 し=8 す=-9 っ=3 て=13 で=3 と=-2 の=4 る=-13 を=4 ん=5 ァ=2 キ=2 ク=2 コ=2 テ=-2 デ=4 ド=3 フ=2 ブ=-4 プ=4
  マ=6 ラ=-3 リ=-3 ル=2 ン=-4 ー=3 一=4 上=-2 不=-3 个=8 中=-5 了=2 产=2 代=4 令=3 件=3 份=5 你=2 使=-8 修=-6 入=-2 全=4 关=6 出=-6 列=-2 删=4 到=7
  制=2 力=-2 加=-3 务=5 动=2 効=2 化=-3 去=2 发=3 取=2 可=-4 合=4 同=2 后=-4 告=2 员=2 命=2 器=3 在=2 备=3 変=-2 复=-3 外=2 失=-6 始=2 字=-3 安=4
  定=-2 実=2 密=4 导=-3 并=5 库=4 式=-5 志=3 忽=2 我=8 户=-5 所=5 执=2 找=2 把=7 指=3 挖=5 据=5 掉=2 改=-5 敗=-2 数=5 时=-8 時=-3 更=-2 書=2 有=7
  服=3 本=2 权=5 来=3 查=5 格=-4 检=3 欄=-2 正=-2 無=3 版=-2 生=2 用=-5 略=2 登=-2 的=7 目=2 看=4 矿=5 码=3 秘=2 系=3 绕=2 给=3 统=3 行=2 表=-3 装=3
  要=-3 読=3 诉=2 误=-2 败=-2 身=3 过=2 这=3 里=8 重=-4 鍵=2 钥=2 链=-2 错=-2 闭=6 限=7 除=4 需=-3 面=-2 页=-3 든=2 로=-7 를=3 모=-2 행=-4
  `.trim(),
};
