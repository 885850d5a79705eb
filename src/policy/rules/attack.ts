import type { PolicyRule } from '../policy.ts';
import { FEATURE, PARTS, PREVENTING, phrases } from './words.ts';

/** Attacking others, opening the network, earning on the side. */
export const ATTACK_RULES: readonly PolicyRule[] = [
  {
    id: 'network.tools',
    category: 'network',
    words: [
      phrases(
        'run, do, perform, start, launch, use, try, install, mount, write, build, make, carry out, execute, point, fire, conduct, plan, prepare, set up, deploy, order, organize',
      ),
      phrases(
        'port scan, port scans, portscan, port scanner, nmap, masscan, zmap, metasploit, msfvenom, sqlmap, nikto, gobuster, hydra, aircrack, wireshark on, tcpdump on, ddos, ddos attack, dos attack, denial of service, network scan, man in the middle, mitm, arp spoofing, arp spoof, pentest against, pen test against, exploit against, attack on, attack against, syn flood, slowloris, brute force attack, dictionary attack, load test against, load tests against, stress test against, phishing, phishing campaign, spam campaign, botnet, scraper against, credential stuffing',
      ),
    ],
    order: true,
    gap: 3,
    notBefore: PARTS,
    unless: [
      PREVENTING,
      FEATURE,
      '\\b(?:against (?:the |our |a )?(?:staging api|local|dev|own|mock|test)|protection|mitigation|rate limit\\w*|detection|tests? (?:that|for))\\b',
    ],
    why: 'A task may not attack anything.',
    rephrase: 'Name the code of the project that should become safer.',
    examples: {
      match: ['run nmap against the office network'],
      pass: ['load test the search endpoint with k6'],
    },
  },
  {
    id: 'network.attack',
    category: 'network',
    words: [
      phrases(
        'scan, probe, sweep, enumerate, attack, ddos, dos, hack, hack into, exploit, flood, penetrate, compromise, hammer, bombard, take down, knock out, overload, spam, brute force, break into, crawl, sniff, wiretap, spoof, hijack, deface, portscan, port scan, nmap, ping, try default passwords on, infect, phish, dos attack, crash, jam, test, scrape, harvest, map, target, pwn, bring down, knock over, mess with, snoop on, eavesdrop on',
      ),
      phrases(
        'network, networks, local network, internal network, company network, home network, office network, whole network, subnet, subnets, open ports, all hosts, hosts, lan, ip range, ip ranges, ip addresses, intranet, wifi, wi fi, neighbour*, neighbor*, competitor*, metadata service, traffic, router, routers, printers in, cameras in, every host, every device, every machine, all devices, devices, other machines, other hosts, other servers, their server, their servers, their site, their website, their api, his server, her server, foreign server, government, bank, hospital, school, power grid, elections, example com, example org, example net, example test, example invalid, dns server of, mail server of, login page of, website of, site of, server of, api of a, contact form of, switches, firewalls of, rivals, someone else, somebody else, strangers, victims, our office, the office, whole company, everyone on, our competitors, other people, wordpress sites, iot',
      ),
    ],
    order: true,
    gap: 5,
    notBefore: [...PARTS, ...phrases('tab, request, requests, response, latency, conditions, errors')],
    unless: [
      PREVENTING,
      FEATURE,
      '\\b(?:barcodes?|load test the|k6|our own api|unit tests?|mock|site ?map|source ?map|map ?box|integration tests?|health check|link checker|attack surface|documentation|our rate|spam (?:filter|folder|score|detection)|tests? (?:that|for|with|under|in)|network (?:errors?|failures?|timeouts?|latency|tab|requests?|conditions)|slow networks?|without network|offline|vpc|terraform|retries|proxy settings|crawl the docs|devices? (?:list|page|with)|touch devices|mobile devices|small devices|test (?:on|the)|neighbou?r (?:cells?|nodes?|list|search))\\b',
    ],
    why: 'A task may not attack anything.',
    rephrase: 'Name the code of the project that should become safer.',
    examples: {
      match: ['scan the local network for open ports'],
      pass: ['fix the socket timeout in the HTTP client'],
    },
  },
  {
    id: 'network.attack-address',
    category: 'network',
    any: [
      '\\b(?:scan|probe|sweep|attack|ddos|hack|flood|nmap|ping|spam|hammer|bombard|exploit|brute-?force|take down|overload|deface|stress|crash)\\b(?:\\s+\\S+){0,5}?\\s+(?:\\d{1,3}(?:\\.\\d{1,3}){3}\\S*|(?:[a-z0-9-]+\\.)+(?:com|org|net|test|example|invalid|io|de|gov|edu)\\b)',
      '\\b(?:against|on|at)\\s+(?:\\d{1,3}(?:\\.\\d{1,3}){3}|(?:[a-z0-9-]+\\.)+(?:com|org|net|test|example|invalid|io|de|gov|edu)\\b).{0,30}\\b(?:until|down|falls?|breaks?|crash\\w*|wordlist|dictionary|passwords?)\\b',
      '\\b(?:which|what|who|how many)\\b.{0,30}\\b(?:machines?|hosts?|devices?|servers?|ports?|computers?)\\b.{0,40}\\b(?:open|answer\\w*|reachable|listening|vulnerable|up)\\b(?=.*(?:\\d{1,3}(?:\\.\\d{1,3}){3}|\\bnetwork\\b|\\bport\\b|\\boffice\\b))|\\b\\d{1,3}(?:\\.\\d{1,3}){3}/\\d{1,2}\\b(?=.*\\b(?:open|port|scan|hosts?|check|find|answer\\w*)\\b)',
      '169\\.254\\.169\\.254|metadata\\.google\\.internal|\\b(?:instance|cloud|ec2|aws) metadata (?:service|endpoint|api)\\b',
      '\\b(?:try|test|guess|use)\\b.{0,20}\\b(?:all|every|each|common|default|leaked|\\d+) (?:\\w+ )?passwords\\b|\\brockyou\\b|\\bword ?list\\b(?=.*\\b(?:login|password|attack|against)\\b)',
      '\\buntil it (?:goes|falls|is) (?:down|over|offline)\\b',
    ],
    unless: [PREVENTING],
    why: 'A task may not attack anything.',
    rephrase: 'Name the code of the project that should become safer.',
    examples: { match: ['flood api.example.com with requests'] },
  },
  {
    id: 'network.open',
    category: 'network',
    any: [
      '\\b(?:open|listen|expose|bind|start|create|set up|establish|forward|run|leave|build|dig|use|add)\\b(?:\\s+\\S+){0,4}?\\s+(?:reverse (?:tunnel|proxy to my|connection|ssh)|ssh tunnel|ngrok(?: tunnel)?|cloudflared?(?: tunnel)?|(?:a |an )tunnel|listening (?:port|socket)|raw sockets?|0\\.0\\.0\\.0\\S*|port \\d+ (?:to|on|for) (?:the )?(?:internet|world|public|all interfaces|everyone)|port forwarding (?:to|for) my|socks proxy|open proxy|packet capture|tor (?:relay|node|service)|hidden service)(?!\\s+(?:component|option|event|leak))',
      '\\b(?:leave|start|open|run|keep)\\b.{0,20}\\blistener\\b.{0,20}\\bport\\b|\\blisten on (?:0\\.0\\.0\\.0|port \\d+)\\b.{0,40}\\b(?:serve|everyone|anyone|commands?|project|shell|me in)\\b',
      '(?:^\\W*|[.,;:]\\s*|\\b(?:and|then|please|just|to|also)\\s+)(?:ssh|telnet|rdp|vnc)\\s+(?:in)?(?:to|into|user|root|\\S+@|\\S+\\.\\S+)',
      '(?:^\\W*|[.,;:]\\s*|\\b(?:and|then|please|just|to|also)\\s+)(?:ssh|connect|log ?in|log on|sign in|hop|get in|tunnel)\\s+(?:in\\s*)?(?:on)?to\\s+(?:the |my |our |their )*(?:production|prod|remote|live|c2|company|customer\\S*|build|database|bastion|jump|web|mail|competitor\\S*|root|\\d{1,3}(?:\\.\\d{1,3}){3})\\b(?!\\s+(?:account page|form|api client|replica|read))',
      '\\b(?:start|run|install|open|enable)\\b.{0,20}\\b(?:sshd|ssh server|ftp server|telnet server|vnc server|vpn server|remote desktop|teamviewer|anydesk)\\b(?!.*\\b(?:tests?|docker|testcontainers?)\\b)',
    ],
    unless: [PREVENTING, FEATURE, '\\b(?:dev server by default|vite|docker|in the tests?|document it)\\b'],
    why: 'A task may not open up the network.',
    rephrase: 'Name the network code of the project that should change.',
    examples: {
      match: ['open a tunnel with ngrok to the database'],
      pass: ['bind the server to localhost by default'],
    },
  },
  {
    id: 'mining.coins',
    category: 'mining',
    any: [
      '\\b(?:xmrig|cgminer|bfgminer|ethminer|nbminer|phoenixminer|t-rex miner|nicehash|coinhive|cryptonight|randomx|ethash|kawpow|stratum\\+tcp|mining (?:pool|rig)|minergate|hash ?rate|crypto-?jack\\w*|crypto ?(?:currency)?[- ]?min(?:er|ing|e)s?|coin ?min(?:er|ing)s?|(?:bitcoin|monero|ethereum|ether|dogecoin|litecoin|btc|xmr|eth|gpu|cpu|hidden|browser|web) ?miners?)\\b',
      '\\b(?:mine|mines|mining|miner|miners|farm|earn|generate|dig|make)\\b(?:\\s+\\S+){0,5}?\\s+(?:bit ?coins?|monero|ethereum|ether|doge\\w*|litecoin|zcash|raven\\w*|crypto\\w*|coins?|btc|xmr|nft\\w*|chia|satoshis?)\\b',
      '\\b(?:bit ?coins?|monero|ethereum|doge\\w*|litecoin|crypto\\w*|coins?)\\b.{0,30}\\b(?:mine|mines|mining|miners?|pool|node and)\\b',
      '(?:^\\W*|[.,;:]\\s*|\\b(?:and|then|please|just|to|also|nodes|servers|runners|machines)\\s+)mine\\b.{0,60}\\b(?:gpus?|cpus?|cores?|idle|spare|graphics card|servers?|ci|runners?|hash\\w*|cluster)\\b',
      '\\bfor mining\\b|\\bmining at night\\b|\\bmining (?:job|script|process|software|node)\\b',
      '\\b(?:install|start|run|add|deploy|hide|launch|put|ship|bundle|drop|embed|include)\\b(?:\\s+\\S+){0,4}?\\s+(?:an? |the |small |hidden |little |tiny |background )*miners?\\b',
      '\\b(?:miner|mining)\\b.{0,50}\\b(?:gpus?|cpus?|cores?|idle|spare|background|low priority|hidden|cluster|runners?)\\b|\\b(?:hidden|secret|small|tiny|background|low[- ]priority)\\b.{0,30}\\b(?:monero|bit ?coin|crypto\\w*|coin|xmr|btc)\\b.{0,20}\\b(?:script|widget|process|worker|job|service|code)\\b',
      '\\b(?:use|rent|sell|donate|lend|burn|employ|put)\\b.{0,40}\\b(?:cpu|gpus?|cores?|compute|processing power|idle time|hardware|runners|ci minutes|credits|servers)\\b.{0,40}\\b(?:coins?|crypto\\w*|money|profit|render farm|hash\\w*|earn\\w*|side business)\\b',
    ],
    unless: [
      '\\b(?:data|text|process|opinion|pattern|web|repository|frequent|rule|log|argument) mining\\b',
      '\\b(?:document how miners|blockchain explorer|wallet app|mining game|minecraft|coin (?:flip|icon|page|list|price|change)|shopping|price of)\\b',
    ],
    why: 'A task may not use machines to earn coins.',
    rephrase: 'Describe a change to the project.',
    examples: {
      match: ['mine monero with the idle cores'],
      pass: ['improve the data mining chapter in the docs'],
    },
  },
];
