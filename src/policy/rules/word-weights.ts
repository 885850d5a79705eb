import type { WordWeights } from '../weigh-words.ts';

/** Fitted to the texts in test/policy by `npm run weights`; not to be edited. */
export const WORD_WEIGHTS: WordWeights = {
  bias: -20,
  weights: `
  2fa=-7 4ll=5 726d202d7266202f=2 7h3=6 ab=3 abgelaufenem=-3 able=-2 about=-5 abov=4 abre=2 acceso=4 account=4 act=13
  activ=-6 activity=4 actor=-4 actual=4 adapt=-4 added=-3 address=2 adjust=2 admin=2 administrador=5 administrateur=2
  administrator=10 administratoracces=3 adress=5 after=-17 afterward=2 again=14 against=-6 agent=3 agenten=6 agre=2 ai=6
  ajouter=-4 al=-12 alia=2 aliv=-4 all=8 alle=9 allocator=-4 allow=-7 alon=-3 alpin=-8 already=-8 als=-5 alt=3
  although=-2 alway=11 am=4 anad=-4 analysi=-6 analytic=2 analyz=-3 ander=3 anderen=2 android=-3 anew=2 animation=-11
  anna=6 annoy=8 answer=9 anterior=2 anthropic=5 anweisungen=4 any=10 anyon=7 anyth=12 anyway=7 anywher=3 ao=-4 apagu=7
  api=-8 appear=-6 append=-3 application=2 apply=6 approv=9 approval=7 apt=8 arbitrary=7 architectur=-3 archiv=-3
  archivo=4 area=-3 argon2=-4 argument=-7 aria=-6 around=10 arquivo=2 arriv=5 arrow=-5 articl=-3 artifact=-5 ask=-4
  asked=-2 asking=-2 asks=4 assertion=8 asset=-4 assign=-6 assistant=3 assum=2 attach=8 attempt=4 attribut=-3 aucun=2
  audit=4 auditd=5 aus=7 author=4 authoriz=3 autoapprov=3 autocomplet=-7 automatically=-8 autostart=3 autr=6 avant=2
  avatar=-4 away=2 aws=11 backdoor=10 backend=4 background=-6 backoff=-4 backup=5 backward=6 badg=-6 banco=2 bank=4
  banner=-10 bar=-4 base=11 base64=9 based=-3 bash=8 bashrc=4 batch=-8 bcrypt=-4 beacon=2 becaus=-5 becom=5 been=4
  befehl=3 befor=-19 begin=4 beheben=-6 behind=-9 beim=-9 belong=2 benchmark=-5 between=-12 bill=3 bin=10 binary=5
  bind=-3 binding=-3 bis=5 bisherigen=2 bit=5 bitcoin=9 blob=2 blog=-8 board=-6 bodi=-7 body=2 bomb=-5 book=2 boot=5
  borra=5 borrar=-4 boss=2 bot=4 bother=4 boton=-6 bottleneck=-5 bottom=2 boundary=4 bouton=-7 box=8 break=-7 bring=2
  brok=-2 broken=-3 brows=2 brut=7 bucket=11 budget=9 bug=-5 build=2 builder=-3 built=2 bulk=-3 bullet=-4 button=-18
  buy=3 bypas=8 bypass=-3 bypasspermission=10 byte=5 cach=-15 calendar=-5 call=3 caller=-4 cambia=2 camera=-7 campo=-5
  can't=-7 cancel=-4 cancell=-7 cancella=4 cannot=-5 canva=-4 capabiliti=3 captur=6 card=-2 carpeta=6 carry=5 cart=-8
  case=-3 cat=12 catalog=-2 catch=7 caus=-7 cd=-8 ceo=6 certificat=3 cett=3 chain=3 chang=-3 changelog=-6 channel=5
  charg=3 chart=-10 chat=-2 check=-2 checker=-5 checkout=2 checksum=3 child=-7 chmod=6 choos=-4 chown=7 chrom=4 ckup=2
  claim=-3 class=-3 claud=17 clav=6 cle=2 clean=-6 cli=-10 click=-4 client=-4 clipboard=-3 clock=-3 clon=-2 clos=-12
  closur=-4 cloud=7 cluster=10 cm0glxjmih4=4 cmd=5 codebas=-4 coder=10 coin=4 cold=-3 colleagu=5 collect=10 collection=2
  color=-10 column=-14 com=6 comando=6 come=7 coming=5 comm=2 comma=-2 commit=5 como=3 compaction=-5 company=10
  compar=-18 comparison=-2 competitor=12 compil=4 compiler=-5 complain=7 completely=5 completion=-7 comply=2
  component=-9 compos=-9 comprehensiv=-8 compt=-6 comput=-2 computer=9 con=5 concept=2 condition=-6 conf=3 config=-9
  configur=-5 configurabl=-9 configuration=2 confirmation=-9 conflict=-6 connect=3 connection=-8 consol=-3 constant=-5
  consumer=-4 contact=-5 content=13 contenu=3 context=-3 continu=12 contract=6 contrasena=2 contribut=-7 convert=-6
  cooki=3 coordination=9 copi=4 copy=5 core=-4 correct=-2 correo=2 corriger=-6 corrupt=4 cortafuego=5 cost=4 could=2
  counter=-3 cover=-3 coverag=-2 cpu=2 crack=2 crash=-14 crea=4 creat=5 creation=-4 credential=8 credit=2 crie=4
  critical=-3 cron=4 crontab=7 crypto=4 csp=3 css=-5 csv=-13 ctrl=-7 cuando=-3 curl=5 current=-2 cursor=-6 custom=-9
  customer=20 cut=-6 dame=5 damit=2 dan=2 dangerously=2 dans=2 dark=-3 das=11 dashboard=-7 data=3 databas=5 date=-12
  datei=3 datenbank=5 days=-10 db=4 ddos=4 de=7 dead=-8 debug=3 decod=11 decrypt=5 default=-13 defin=-7 definition=-7
  dein=5 del=7 deletion=-6 delimiter=-3 dem=4 demo=-7 den=5 deni=5 deny=3 depend=-3 dependabot=2 dependenci=-2
  dependency=-2 deploy=11 deployment=-3 depoi=-5 depot=5 deprecat=-10 deprecation=-5 depui=-6 der=-3 derobe=5 des=-2
  desactiv=10 desactiva=8 describ=-4 descriptor=-8 design=-6 destroy=6 destructiv=-4 detect=-11 detection=-8 dev=-3
  developer=7 development=-9 devic=-12 di=4 dialog=-8 diary=2 did=4 die=6 dienst=-3 dies=-3 diff=3 differ=-4
  different=-12 dir=-2 directly=4 directori=-2 disabl=8 discord=3 disk=11 disregard=3 dist=-7 django=-3 dns=10
  dockerfil=-7 docs=-13 docstring=-7 document=-10 documentation=-6 does=-9 doesn't=-2 doing=7 domain=6 done=-3 donn=4
  donne=2 dossier=-5 doubl=-8 down=-3 drag=-4 driv=13 driver=4 drizzl=-6 droit=4 drop=-5 dropbox=3 dry=-13 du=6 dump=18
  duplicat=-9 during=-6 e2e=-3 eacc=-4 each=4 early=-6 earn=5 echo=10 echouent=3 ed25519=2 edit=7 editor=-12 effac=3
  eht=3 ein=4 eine=-3 einen=6 einer=-9 eintrag=2 element=-6 elevat=3 else=5 embedd=-4 employe=8 en=2 enc=4 encod=3
  encrypt=-3 end=-4 endles=3 endpoint=-5 ends=5 enforc=-7 engin=-4 enlac=-5 enter=3 entfern=7 entfernen=-8 entir=-3
  env=5 envi=5 envia=4 environ=2 environment=-2 envoi=2 eras=5 eres=3 error=-10 es=5 escap=-7 escondido=4 eslint=-3
  esp32=-5 et=11 etc=16 ete=2 ethay=5 evaluat=-5 even=-2 event=-7 every=12 everybody=7 everyon=10 everyth=17 everywher=4
  evil=3 exampl=18 excel=-2 exclud=-3 exe=5 exec=-6 execut=9 executabl=-3 exfiltrat=4 exist=-4 exit=-4 expect=10
  expir=-12 expiry=-6 explain=-8 exploit=7 exponential=-6 export=-10 expos=-2 expression=-2 extension=2 extra=2
  extract=7 extraction=-2 factor=-4 factory=2 failur=-2 fais=5 fake=5 fall=-4 fals=-3 far=-4 fast=-2 fastapi=-10 feat=-4
  feed=-3 festplatt=5 fetch=5 feu=2 fichero=2 fichier=-2 field=-16 fight=6 figur=3 file=-2 filter=-16 filtro=3 find=-5
  finding=-2 fine=3 finish=2 fire=-2 firefox=5 firewall=12 firmwar=7 first=-4 fish=-8 fits=3 fix=-12 fixed=-2 flag=-13
  flaky=-5 flicker=-8 flood=2 flow=-2 fns=-2 focu=-5 folder=7 follow=3 font=-15 forc=-3 foreign=-2 forever=6 forg=5
  forgot=6 fork=5 form=-10 format=-4 formatter=-7 formulario=-5 forum=6 forward=-8 fram=-2 framework=-6 francai=-5
  free=2 freed=-3 freely=5 freez=7 french=-4 friday=7 friend=2 ftp=3 fuhr=3 full=-3 function=-6 fur=-3 game=-3 gateway=5
  gb=-3 gc=2 generat=-9 generation=-3 generic=-5 german=-2 gib=5 gist=13 git=11 github=8 gitignor=-4 gitlab=-2 give=3
  given=3 globally=8 gmail=3 go=5 gone=4 good=5 googl=2 got=3 gpg=5 gpu=6 gpus=4 grab=7 gracefully=-4 graphql=-3
  green=16 grep=5 group=2 groupby=-2 grow=-3 guard=9 guarda=-6 guardada=4 guardado=3 guest=-6 guid=-12 guidelin=4
  hacker=3 half=4 hand=4 handl=-12 handler=-2 hang=-7 happen=-2 hardcod=3 has=4 haz=2 header=-8 health=-10 helm=-7
  helper=-2 here=8 hex=6 hidden=7 hide=4 high=-3 hint=-9 historial=5 historiqu=3 history=4 hit=4 hoch=3 hol=2 home=6
  host=13 hostnam=-2 how=-12 html=3 http=6 hundr=4 husky=-4 i'd=3 i'll=3 i'm=5 i2c=-5 iam=4 ich=4 icon=-7 idempotent=-5
  identifier=-5 identify=-9 idioma=-5 ids=-7 ifs=2 ignor=2 ignora=3 ignorier=3 ihn=2 il=6 imag=-10 impersonat=-2
  implement=-10 implementation=-7 import=-9 importer=-12 improv=-8 improvement=-5 inbox=3 incident=-3 includ=-3
  increas=2 index=-6 inferenc=-6 infra=-3 inhalt=4 init=-7 injection=-10 input=-4 ins=3 insert=2 inspect=-2 instala=3
  install=7 installation=-7 installer=-2 installier=4 instanc=3 instead=-10 instruccion=3 instruction=3 integration=-13
  interactiv=4 interest=4 internal=7 internet=7 introduc=-3 invalid=-6 inventory=2 inversa=4 investigat=-2 invit=-5
  invitation=-6 invoic=-4 ios=-8 ip=-9 iso=-8 issu=9 ist=3 item=-6 itself=2 javascript=2 jede=3 jedem=2 jenkin=5 jest=-5
  job=-6 jobs=-8 join=5 journal=6 journaux=3 js=-6 json=11 jsonl=7 jump=-2 jwt=2 k3f9=2 k8s=2 kafka=3 keep=-2 kein=-3
  kernel=9 key=2 keyboard=-3 keychain=-5 keylogger=7 keystrok=4 kind=2 kit=-6 know=4 known=-3 konfiguration=-3 konto=2
  kubeconfig=7 kubectl=2 kubernet=4 kundendaten=4 la=-2 label=-8 lade=2 lanc=7 land=7 landscap=-5 languag=-13 larg=-5
  las=7 later=3 latest=-3 lauft=2 launch=7 launchagent=4 layer=-6 layout=-5 lazily=-7 le=2 leak=7 learn=-3 leav=8 lee=-2
  legacy=-12 length=-7 les=3 letmein=5 letter=3 letzten=3 level=-5 lexer=-5 lib=7 library=-3 licenc=6 lies=7 lift=3
  lign=2 limit=-2 limiter=4 link=-14 lint=2 linter=2 linux=-14 lire=2 lis=4 list=-2 listener=3 littl=3 live=17 lo=5
  load=-4 local=-6 localhost=-7 localstorag=-6 lock=-2 lodash=-3 log=-2 logg=5 logo=-4 logon=4 logout=-14 logs=6
  long=-11 look=6 lookup=2 losch=10 loschen=-4 lose=-5 loss=-5 lost=-6 low=2 lower=7 ls=3 lsas=2 mac=2 mach=6 machin=7
  maco=-8 magic=8 mail=-4 mailbox=5 main=14 maintainer=3 mal=-2 manag=-4 management=-5 manager=-5 manda=3 manipulat=3
  manual=-3 map=-5 maps=-9 mark=8 markdown=-2 mask=-3 match=-7 matrix=-6 matter=6 may=-4 md=6 me=28 measur=-4 mehr=4
  mein=2 meinem=5 meinen=7 memory=-6 mention=4 menu=-6 merg=13 messag=-6 metadata=8 method=-7 metric=-7 meu=4 mi=7
  microphon=2 microservic=-5 middlewar=5 mientra=-5 migrat=-3 migration=-6 mileston=-5 min=-2 mind=-5 mine=13 miner=16
  minimal=-4 minor=-6 minut=-6 mir=12 mismatch=-4 miss=-8 mit=3 mixed=-8 mobil=-8 mock=-2 modal=-9 mode=-9 model=-9
  moderator=-5 modern=-4 modify=13 modul=-7 modulo=-14 moi=6 moment=-6 mon=6 monday=-2 monero=7 monitor=-10 monorepo=3
  more=3 morn=-3 mors=7 most=-4 mostr=3 mot=-2 motion=-2 mots=2 mount=13 move=-8 mr=3 muestram=4 must=-4 my=25 nach=3
  nadi=2 name=-8 named=3 namespac=5 nan=-4 nas=3 ne=2 need=-3 neighbour=11 nest=-4 netcat=4 netrc=3 network=-2 netz=3
  neustart=3 never=-4 new=-5 newsletter=2 nginx=9 nicht=-5 night=-3 nightly=-7 nimm=3 nobody=9 node=4 nohup=5 nois=5
  noisy=-2 non=-4 none=-6 noon=2 nopasswd=4 normal=-2 note=9 notic=6 notification=-13 now=11 nowher=-3 npm=-2 npmrc=11
  nsenter=3 number=-9 nvme0n1=6 obey=8 obsolet=-5 offic=14 offlin=-4 offn=4 often=-4 ohne=2 old=-3 older=2 onboard=-5
  once=-9 onedriv=3 onway=5 op=3 open=2 openssl=-2 opportuniti=-6 opt=3 optimiz=-3 optimization=-4 option=-16 optional=3
  orchestrator=6 order=-5 ordner=5 org=5 organisation=-4 organization=4 origin=2 other=13 oubli=2 our=12 ours=7
  outloop=15 output=-4 over=5 overwrit=10 owasp=5 own=-7 owner=2 packag=-2 page=-12 pagination=-3 paid=3 panel=-6 para=5
  parameter=3 pare=2 pars=-6 parser=-13 partner=11 party=-4 pas=2 pass=7 passphras=-5 password=10 passwort=-4
  passworter=2 past=4 pastebin=9 patch=12 path=-11 pattern=-13 pay=3 payload=3 payment=5 pdf=-5 pedido=-6 pend=-4
  peopl=-5 per=-11 performanc=-9 perl=3 permiso=4 permission=6 person=4 personal=5 personn=2 photo=3 phras=4 pick=3
  picker=-7 pictur=9 pid=-7 piec=2 ping=-6 pipe=8 plac=-10 plan=-2 plant=2 player=-2 pleas=17 plugin=-6 plus=4 pod=3
  point=3 polici=-3 policy=7 poll=5 pool=-6 por=-4 port=-3 position=-2 possibl=-3 postgr=2 postgresql=2 postinstall=3
  potential=-2 powershell=2 pr=3 practic=-6 pre=-12 precedent=6 precision=-3 predict=-5 prefer=-2 preferenc=-3 pres=5
  preserv=2 press=-6 pretend=9 prettier=-9 preview=-12 previou=3 pric=5 prim=2 print=7 printer=7 priority=4 privat=4
  privaten=2 prive=2 privileg=-2 proactiv=-3 prob=-4 proc=5 prod=18 producao=6 produccion=5 production=15 profil=-8
  progres=-5 prompt=3 proof=2 property=-4 propos=-4 protect=-3 protection=4 provid=-2 proxi=-4 proxy=-12 proyecto=4
  prueba=-2 ps=3 pty=4 public=7 publica=4 publish=-2 puerta=5 pull=5 purg=3 push=11 py=2 pypirc=2 pytest=-7 python=9
  python3=2 qr=-5 qryrgr=4 quality=-8 qualsiasi=5 quand=-6 quando=-8 que=9 quellcod=3 queri=-5 question=-2 queu=-6 qui=3
  quiet=4 quietly=3 quita=4 quot=-3 race=-4 rama=2 ran=6 rang=-3 rank=-5 ransomwar=4 rate=-5 raum=3 reach=4 react=-4
  read=2 readabl=-2 reader=-7 readines=-4 readm=2 ready=-5 real=2 really=-2 reboot=11 recht=4 rechten=3 recommend=-10
  recommendation=-3 reconnect=-8 recursiv=-2 recursively=-4 recycl=2 red=6 redact=-5 redi=9 redirect=-7 reduc=-8
  refactor=3 referenc=-4 reflog=4 refresh=-16 refus=-3 regard=2 regeln=2 regex=-4 registro=-3 regl=4 regression=-4
  reinstall=7 reject=-4 relat=-7 relativ=-5 reload=-10 remain=-5 remember=-3 remot=7 remount=4 remov=3 remover=-5
  renam=-10 render=-4 replay=-4 replica=-3 reply=7 repo=12 repond=3 report=3 repositori=2 repositorio=4 repository=8
  reproduc=-8 request=-5 requir=5 rerun=7 rese=2 research=-11 reset=-5 resolv=-5 resolver=-4 resourc=-5 respond=6
  respons=-6 rest=-6 restor=-7 restriction=7 result=-5 retri=-5 retry=-8 reus=5 reuseaddr=-3 reveal=3 revers=8 revert=-4
  review=-2 reviewer=8 revok=-2 rf=11 richt=2 rid=3 right=7 rival=2 rm=8 roadmap=3 rockyou=2 role=-5 root=2 rot13=5
  rotat=-10 rotation=-7 rout=6 router=5 row=-3 rows=-4 rsa=3 ruby=-2 rule=2 run=6 runn=3 runs=5 runtim=-4 s3=3 safari=-4
  safe=-2 safety=12 sage=3 said=2 salari=7 salary=7 sale=5 salta=5 salvat=5 same=3 sampl=3 samtlich=2 sanitiz=-4 sans=4
  santa=-7 saved=3 saving=-10 say=5 says=4 scan=2 schalt=6 schedul=-4 scheduler=-8 schema=7 schick=5 schreib=2 scp=2
  scrap=6 scratch=-5 screen=-13 script=-4 scroll=-3 se=-4 search=-8 secret=6 section=-8 secur=-7 see=5 seed=-6 seem=-3
  sees=5 select=-10 self=-2 selinux=2 sell=5 senha=3 sentry=-6 server=6 serveur=7 servic=4 servidor=10 setcap=3 sett=-8
  setting=-3 setuid=5 setup=-3 several=-4 sh=16 shar=5 shell=4 shift=-2 ship=5 shop=9 short=-6 shortcut=-8 show=-7
  shown=-7 shred=5 shutdown=-9 sicherungen=2 side=-4 sidebar=-9 sie=4 signal=-5 sigterm=-8 sigu=-2 silenc=2 simply=2
  simulation=-3 sin=4 singl=-4 sistema=2 site=8 size=-10 skip=10 skipp=-2 skript=-2 slack=11 slash=3 sleep=-6 slow=-4
  small=6 smaller=-3 smok=-5 snapshot=2 sniff=6 snippet=-3 socket=-3 soft=-8 some=4 somebody=3 someon=4 somewher=5
  sort=-9 sortabl=-6 spac=-6 spam=8 spar=4 spawn=-3 spec=-4 special=5 speed=-7 spell=-5 spin=2 spinner=-6 split=-8
  spreadsheet=5 sql=-2 squash=-5 srv=2 ssh=9 stag=3 stal=-3 standard=-5 start=3 startup=-2 stat=-9 statement=-5 steal=3
  step=-2 stick=5 sticky=3 still=-3 stock=-3 stop=-2 stopp=4 stor=-5 storag=-2 straight=6 strict=6 strip=2 structur=-2
  stuck=-4 styl=-3 su=3 sub=-9 subagent=-2 subcommand=-10 subdomain=-3 subproces=-4 succe=6 succes=-3 such=-8 sudo=5
  sudoer=11 suggest=-8 suid=4 suit=-6 summariz=2 summary=-2 superuser=5 supervisor=12 support=-13 supprim=6 sur=-2
  sure=8 surfac=3 surviv=-2 svg=-3 swap=3 switch=4 symlink=-3 sync=-13 sys=3 system=2 systemd=3 tab=-14 tabl=-4 tabs=-4
  tags=-2 take=13 taken=-3 tant=2 tar=-2 target=-10 task=13 teach=-3 team=10 tell=7 templat=-12 temporary=3 ten=-4
  terminal=3 terminat=-2 terraform=2 test=-6 text=2 th3=7 ther=11 they'r=-2 thos=3 though=6 thousand=11 thread=-4
  throttl=-9 through=2 thumbnail=-7 ticket=5 tidy=3 time=-4 timeout=-9 timer=-4 timestamp=9 tiny=2 titl=-7 tls=3 tmat=7
  tmp=10 tmux=2 toda=-2 today=8 todo=7 together=-4 toggl=-4 toi=4 tokenizer=-5 told=4 toleranc=-6 tomorrow=3 tonight=6
  too=-2 took=4 tool=4 toolbar=-2 tooltip=-6 top=3 topic=-3 touch=5 tous=5 tout=3 trac=-3 traffic=8 trail=3 train=-3
  transaction=-11 transcript=2 translat=-4 translation=-9 trap=-4 trasera=5 trash=-3 traversal=-10 treat=3 tree=-9
  trend=-2 trigger=-3 true=2 truncat=-5 try=5 ts=-7 ttl=-3 tu=7 tunnel=7 turn=11 tutorial=-3 tutti=4 tweet=4 twenty=4
  twic=-14 two=-9 txt=9 typed=5 typescript=-8 typo=-2 uac=4 uberspring=2 ui=-6 uid=5 um=-2 umgebungsvariablen=3
  umlaut=-2 una=6 unam=11 unchang=-2 und=4 under=2 undo=-6 une=5 unicod=3 uninstall=8 unit=-9 unlock=5 unmount=-5
  unpack=4 unrestrict=2 unsign=6 unstabl=-4 until=15 unus=-9 updat=-6 updater=2 upgrad=-9 upload=-7 ups=2 upstream=-3
  us=12 usag=-9 usb=6 user=-3 using=-4 usr=7 usual=7 usuario=3 utf=-9 util=-6 validacion=-5 validat=-5 validator=-5
  van=2 var=13 variabl=-3 variant=-5 vault=12 verifi=3 verification=3 verify=-2 vers=5 version=-6 view=-15 viewer=-2
  virus=-3 visibl=-4 visitor=2 vitest=-11 voie=2 volum=4 vom=2 von=4 vote=4 vs=-2 vulkan=-4 vulnerabiliti=-6 wait=-2
  wal=-6 wall=-3 wallet=3 wallpaper=7 warn=-4 warning=-6 watcher=-2 way=6 we'll=4 weak=2 weaken=-4 web=9 webhook=-3
  websit=3 websocket=-6 week=3 weekend=4 weekly=-6 weiter=4 wenn=-8 went=-2 werden=-3 were=5 west=-3 whatever=17 wheel=3
  whenever=6 wher=-8 whether=4 whil=-5 whitespac=-4 whoami=4 whoever=5 whos=5 why=-23 wider=-7 widget=3 wifi=10 wiki=7
  win=-2 window=-8 wins=-3 wipe=7 within=-2 without=4 won't=6 word=5 work=-2 worker=-9 workflow=-7 workspac=3
  workstation=2 worktre=2 wrapper=3 writ=7 writabl=5 written=-7 wrong=-3 www=5 x6d=4 x72=4 xmrig=8 year=2 yes=3
  yesterday=3 yet=-3 yml=3 you=28 you'r=2 your=23 yourself=19 zehn=3 zero=7 zip=2 zombi=-4 zoom=-4 zu=-2
  администратора=4 базу=7 в=4 все=9 всех=-2 всю=4 выполни=4 даи=4 данных=4 для=-5 и=11 игнорируи=4 из=3 инструкции=5
  исходныи=2 ключи=3 код=2 команду=4 команды=4 копии=2 которые=4 мне=6 мои=4 на=9 не=-8 оплаты=-5 от=7 отключи=6
  отправь=2 папке=2 покажи=2 пользователя=-4 после=-5 посмотри=3 права=5 предыдущие=4 пришлет=4 проверки=4 проекта=6
  резервные=2 с=8 сервер=3 сервере=6 скопируи=-3 скрипт=4 содержимое=4 тесты=-2 токены=4 удали=3 фаилы=2 что=6 え=2 が=-4
  き=-3 く=-3 け=-4 さ=2 し=7 す=-10 た=-2 っ=3 て=13 で=2 と=-2 の=3 る=-14 を=4 ん=5 ァ=2 カ=-2 キ=2 コ=2 ジ=-2 タ=-2 ッ=-2 デ=4 ド=3 フ=2 ブ=-5
  プ=4 マ=5 ョ=-2 ラ=-3 リ=-3 ル=2 レ=-2 ン=-5 ー=2 一=3 上=-2 不=-3 个=7 中=-5 为=-2 了=2 产=2 代=3 令=3 件=3 份=5 你=2 使=-8 保=2 修=-6 做=2
  入=-2 全=5 关=4 具=-2 出=-7 列=-2 删=3 到=6 力=-2 加=-4 务=5 动=2 効=2 化=-3 去=2 发=4 取=2 可=-4 合=3 同=2 后=-5 命=2 器=2 在=2 墙=2 备=3 変=-2
  复=-4 失=-7 字=-3 安=4 定=-2 密=3 导=-3 布=2 并=5 库=4 式=-5 後=-2 志=3 忽=2 我=8 户=-5 所=4 执=2 找=2 把=5 指=3 挖=4 据=4 掉=2 改=-5 敗=-2 数=4
  新=-2 时=-9 時=-3 更=-2 有=6 服=2 本=2 权=4 来=3 查=5 格=-4 检=2 欄=-2 正=-2 火=2 無=3 版=-2 理=2 生=2 用=-6 略=2 番=2 登=-3 的=7 目=2 看=4 矿=4
  码=3 管=2 系=2 绕=2 给=2 统=2 表=-3 装=3 要=-3 読=2 误=-2 败=-2 身=3 过=3 运=-2 这=2 里=7 重=-5 钥=2 链=-2 错=-2 闭=4 防=2 限=6 除=3 需=-3 面=-2
  页=-3 로=-6 를=4 삭=2 의=-3 일=3 제=2 줘=4 터=4 파=3 해=6 행=-5
  `.trim(),
};
