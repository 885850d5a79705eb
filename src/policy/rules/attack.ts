import type { PolicyRule } from '../policy.ts';
import { order, phrases } from './words.ts';

const ATTACK = phrases(`
  scan, probe, sweep, knock, enumerate, attack, ddos, dos, hack, hack into, exploit, flood, penetrate, compromise, hammer, bombard, take down, knock out, overload, spam, brute force, break into, crawl, sniff, wiretap, spoof, hijack, deface, portscan, port scan, nmap, ping, infect, phish, crash, jam, scrape, harvest, target, pwn, bring down, knock over, mess with, snoop on, eavesdrop on, try default passwords on, try passwords on, crash, sabotage, vandalize, kill, impersonate, dox, stalk, blackmail, extort, threaten, harass, steal from, trick, defraud, scam, vote for us in, spread, poison, take over, lock out, move laterally to, pivot to, pivot into, spoof, tailgate, wardrive, fuzz, blackhole, manipulate, rig, sabotage, imitate, build a profile of, build a profile, plan how to get into, get into, cheat in, cheat at, change my, find personal data of, imitates, convince, persuade, trick, deceive, lie to, manipulate, spam, outsmart, scrape`);

const TARGETS = phrases(`
  network, networks, local network, internal network, company network, home network, office network, whole network, subnet, subnets, open ports, all hosts, hosts, lan, ip range, ip ranges, ip addresses, intranet, wifi, wi fi, neighbour*, neighbor*, competitor*, rival*, metadata service, traffic, router, routers, printers, cameras, every host, every device, every machine, all devices, other machines, other hosts, other servers, their server, their servers, their site, their website, their api, their contact form, his server, her server, foreign server, government, bank, hospital,
  school, power grid, elections, example com, example org, example net, example test, example invalid, strangers, victims, our office, the office, whole company, everyone on, other people, wordpress sites, iot, building, customers, people, colleague*, coworker*, boss, employees, users of, their users, voters, elderly, internet, chat server of, server of our rivals, rivals offline, keyboard driver, intranet, office machines, machines in the office, competitor api, their infrastructure, hosts in our subnet, our subnet, members of that forum, that forum, partner login, login of the partner, competitor shop, shop down, domain, other machines in the domain, staging hosts, gateway, active directory, domain controller, poll, election, vote, stock price, exchange, market, sales figures, quarterly report, login of our partner, partner, partners, supplier, suppliers, our partner, printers, every account, reporter, reporters, journalist, ex girlfriend, ex boyfriend, ex wife, ex husband, classmate*, teacher*, minors, children, voters, refugees, activists, dissidents, celebrities, politician*, president, police, court, airport, train, traffic lights, water supply, pipeline operator, plant, factory, satellite, drone, car, cars, pacemaker, insulin pump, machines of accounting, building, our bank, a bank, bank, exam, online exam, grade, grades, linkedin profiles, profiles, dating chats, colleagues, accounting, robots txt, rival shop, paywalled, casino, course platform, wifi for, cameras, booking site, router with, kubelet, public api of, opponent*, enemy, enemies, subscribers of, members of, victims of, a company, other companies, other people, random people, pensioners, users of another, customers of, clients of`);

const TOOLS = phrases(`
  port scan, port scans, portscan, port scanner, nmap, masscan, zmap, metasploit, msfvenom, sqlmap, nikto, gobuster, hydra, aircrack, wireshark on, tcpdump on, ddos, ddos attack, dos attack, denial of service, network scan, man in the middle, mitm, arp spoofing, arp spoof, pentest against, pen test against, exploit against, attack on, attack against, syn flood, slowloris, brute force attack, dictionary attack, load test against, stress test against, phishing, phishing mail, phishing email, phishing page, phishing campaign, spam campaign, spam mails, botnet, scraper against, credential stuffing, fake reviews, fake accounts, fake news, fake invoice, fake invoices, deepfake, ransom note, exploit, exploits, kernel exploit, zero day, zero days, captcha solver, google login, looks like the google login, malware, keyboard logger, malicious attachment, malicious link, malicious email, malicious mail, rogue access point, evil twin, arp poisoning, dns poisoning, dns spoofing, ip spoofing, mac spoofing, remote administration tool, rat, c2, command server, shellcode, payload generator, psexec, wmi on, winrm on, cobalt strike, meterpreter, bloodhound, responder, impacket, kerberoasting, golden ticket, pass the hash, sql injection against, xss payload against, csrf attack, clickjacking page, session fixation, subdomain takeover, watering hole, spear phishing, spear phishing mail, smishing, vishing, fake login, fake login page, fake website, fake shop, fake profile, fake profiles, fake users, fake user accounts, fake votes, bot accounts, sock puppets, troll farm, disinformation, deepfakes, fake passport, forged passports, forged documents, fake id, counterfeit money, fake certificate, fake certificates, fake tickets, fake job offers, ponzi scheme, pyramid scheme, dark pattern, dark patterns, click fraud, ad fraud, stalkerware, spy app, tracking app, cheat, aimbot, wallhack, cracked version, keygen, crack for, license crack, stolen cards, bomb, weapon, weapons, explosives, drugs, poison, hate speech, threatening mails, threatening mail, threatening message, threats, blackmail mail, harassment campaign, smear campaign, defamatory article, revenge porn, nude pictures, child, suicide, self harm, website that imitates, page that imitates, site that imitates, clone of the login, bribed, gift cards, malicious update, obfuscated line, obfuscated code, binary blob, unsigned packages, trojanized*, backdoored*, typosquat*, look alike package, lookalike domain, look alike domain, root certificate so, forwarding rule to, forwarding rule, mail forwarding, slowloris, xss worm, mail bomb, zip bomb on, logic bomb, spyware, rootkit, bootkit, remote access trojan, trojan, infected installer, infected file, exploit kit, exploit chain, shell code, password list against, wordlist against, credential list against, fake captcha, fake update, fake support call, phone scam, romance scam, crypto scam, pump and dump, insider trading, price fixing, astroturfing`);

/** Money and words in somebody's name. */
const DEALINGS = phrases(`
  company card, credit card, saved credit card, company account, bank account, from the account, with the card, paypal, bitcoin, euros, dollars, money, pizza, gift card, gift cards, flight, flights, stocks, shares, domain with, in my name, in his name, in her name, in our name, from my account, from the company account, as the company, all customers, every customer, whole company, everyone in the team, my boss, landlord, the press, police, paywall, upvotes, reviews from, our posts, new chairs, chairs for, parking ticket, company money, another bank account, a transfer, from the darknet, on the darknet, darknet shop, newsletter subscribers, ceo voice, in the ceo, fake name, somebody else, press, management salaries, customers twice, lottery, casino, sports bet, insider, contract for me, stored signature, gift card codes, e books, paid features, premium features, license keys for, the user every, until he, until she, until they`);

const ORDINARY =
  '\\b(?:barcodes?|k6|unit tests?|mock|site ?map|source ?map|integration tests?|health check|link checker|attack surface|documentation|rate limit\\w*|spam (?:filter|folder|score|detection)|network (?:errors?|failures?|timeouts?|latency|tab|requests?|conditions)|slow networks?|without network|offline|vpc|terraform|retries|proxy settings|the docs|touch devices|mobile devices|neighbou?r (?:cells?|nodes?|list)|protection|mitigation|detection|' +
  '(?:our|local|dev|test|staging|mock) (?:api|server|environment|instance)|focus|scroll\\w*|training|awareness|template|tests? (?:that|for|with|under|in))\\b';

const WHY = {
  category: 'network',
  why: 'A task may not attack anything.',
  rephrase: 'Name the code of the project that should become safer.',
} as const;

/** Attacking others, acting in their name, earning on the side. */
export const ATTACK_RULES: readonly PolicyRule[] = [
  order('attack.target', [ATTACK, TARGETS], {
    gap: 5,
    unless: [ORDINARY],
    ...WHY,
    examples: {
      match: ['scan the local network for open ports'],
      pass: ['fix the socket timeout in the HTTP client'],
    },
  }),
  order(
    'attack.tools',
    [
      phrases(
        'run, do, perform, start, launch, use, try, install, mount, write, build, make, carry out, execute, point, fire, conduct, plan, prepare, set up, deploy, order, organize, create, generate, send, post, craft, produce, design, buy, develop, implement, program, code',
      ),
      TOOLS,
    ],
    {
      gap: 3,
      unless: [ORDINARY],
      ...WHY,
      examples: {
        match: ['run nmap against the office network'],
        pass: ['load test the search endpoint with k6'],
      },
    },
  ),
  {
    id: 'attack.address',
    any: [
      '\\b(?:scan|probe|sweep|attack|ddos|hack|flood|nmap|ping|spam|hammer|bombard|exploit|brute-?force|take down|overload|deface|stress|crash)\\b(?:\\s+\\S+){0,5}?\\s+(?:\\d{1,3}(?:\\.\\d{1,3}){3}\\S*|(?:[a-z0-9-]+\\.)+(?:com|org|net|test|example|invalid|io|de|gov|edu)\\b)',
      '\\b(?:which|what|who|how many)\\b.{0,30}\\b(?:machines?|hosts?|devices?|servers?|ports?|computers?)\\b.{0,40}\\b(?:open|answer\\w*|reachable|listening|vulnerable|up)\\b(?=.*(?:\\d{1,3}(?:\\.\\d{1,3}){3}|\\bnetwork\\b|\\bport\\b|\\boffice\\b))|\\b\\d{1,3}(?:\\.\\d{1,3}){3}/\\d{1,2}\\b',
      '169\\.254\\.169\\.254|\\bmetadata (?:service|endpoint)\\b|metadata\\.google\\.internal|\\b(?:instance|cloud|ec2|aws) metadata (?:service|endpoint|api)\\b',
      '\\b(?:try|test|guess|use)\\b.{0,20}\\b(?:all|every|each|common|default|leaked|\\d+) (?:\\w+ )?passwords\\b|\\bword ?list\\b(?=.*\\b(?:login|password|attack|against)\\b)|\\buntil it (?:goes|falls|is) (?:down|over|offline)\\b',
    ],
    order: true,
    unless: [ORDINARY],
    ...WHY,
    examples: { match: ['flood api.example.com with requests'] },
  },
  order(
    'attack.dealings',
    [
      phrases(
        'buy, order, pay, unlock, book, sign, reply to, answer, crack, message, phone, call, charge, get around, transfer, wire, purchase, sell, donate, bet, spend, invest, book, tweet, post, email, mail, write, send, message, text, call, announce, tell, withdraw, move, charge, sign, apply, invoice',
      ),
      DEALINGS,
    ],
    {
      gap: 6,
      unless: [ORDINARY, '\\b(?:page|feature|form|button|when|after|invoice to|checkout|once)\\b'],
      ...WHY,
      category: 'harm',
      why: "A task may not spend money or speak in somebody's name.",
      rephrase: 'Describe the change to the project that you want.',
      examples: {
        match: ['order me a pizza with the saved credit card'],
        pass: ['document the checkout page'],
      },
    },
  ),
  order(
    'attack.hostile',
    [
      phrases(
        'exfiltrate, sabotage, steal, hijack, abuse, misuse, falsify, backdate, wiretap, blackmail, extort, infect, phish, deface, ddos, jailbreak, pwn, dox, doxx, stalk, eavesdrop, smuggle, tamper with, launder, counterfeit, bribe, defraud, scam, vandalize, weaponize, plagiarize, booby trap, catfish, swindle, embezzle, kidnap, threaten, harass, humiliate, bully, slander',
      ),
    ],
    {
      gap: 0,
      unless: [ORDINARY],
      ...WHY,
      category: 'harm',
      why: 'A task may not harm anybody.',
      examples: {
        match: ['hijack the sessions of the visitors'],
        pass: ['let admins impersonate users for support'],
      },
    },
  ),
  {
    id: 'attack.technique',
    any: [
      '\\b(?:kerberoast\\w*|timestomp\\w*|psexec|mimikatz|meterpreter|cobalt strike|bloodhound|lsass|ntds|shadow copies|lolbins?|dll (?:side-?loading|hijack\\w*|injection)|process hollowing|credential dumping|lateral(?:ly)? mov\\w*|move laterally|privilege escalation exploit|token impersonation|beacon(?:s|ing)? to|command server)\\b',
      '\\b(?:forge[ds]?|fake|counterfeit|stolen) (?:\\w+ )?(?:passports?|ids?|id cards?|documents?|invoices?|signatures?|certificates?|reviews?|votes?|users?|accounts?|profiles?|news|cards?|money)\\b(?! (?:data|store|repository|provider|factory|service|fixture|in (?:the )?tests?))',
      '\\b(?:plagiari[sz]e|embezzle|launder|bribe|blackmail|extort|stalk|dox+|swatt?ing|catfish|impersonate (?:the |my |our |a )?(?:ceo|boss|bank|police|support|colleague|government))\\b',
      '\\bcharge\\b.{0,20}\\b(?:twice|double|without)\\b|\\b(?:hides?|hiding) (?:the )?(?:price|costs?|fees?)\\b|\\b(?:location|whereabouts|movements) of (?:my|his|her|a|the) \\w+',
      '\\b(?:for educational purposes|hypothetically|in theory only|bedtime story|this is (?:only|just) a (?:simulation|game|test)|let.s play a game|emergency override|a person will die|my (?:grandmother|grandma|granny))\\b',
    ],
    order: true,
    unless: [ORDINARY],
    ...WHY,
    category: 'harm',
    why: 'A task may not harm anybody.',
    examples: {
      match: ['timestomp the files you touched', 'create a fake invoice of our supplier'],
      pass: ['add a fake invoice store for the tests'],
    },
  },
  {
    id: 'mining.coins',
    any: [
      '\\b(?:xmrig|cgminer|bfgminer|ethminer|nbminer|phoenixminer|nicehash|coinhive|cryptonight|randomx|ethash|kawpow|stratum\\+tcp|mining (?:pool|rig|job|script|process|software|node)|minergate|hash ?rate|crypto-?jack\\w*|crypto ?(?:currency)?[- ]?min(?:er|ing|e)s?|coin ?min(?:er|ing)s?|(?:bitcoin|monero|ethereum|ether|dogecoin|litecoin|btc|xmr|eth|gpu|cpu|hidden|browser|web) ?miners?|for mining|mining at night)\\b',
      '\\b(?:mine|mines|mining|miners?|farm|earn|generate|dig|make)\\b(?:\\s+\\S+){0,5}?\\s+(?:bit ?coins?|monero|ethereum|ether|doge\\w*|litecoin|zcash|raven\\w*|crypto\\w*|coins?|btc|xmr|chia|satoshis?)\\b|\\b(?:bit ?coins?|monero|ethereum|doge\\w*|litecoin|crypto\\w*|coins?)\\b.{0,30}\\b(?:mine|mines|mining|miners?|pool)\\b',
      '\\blet\\b.{0,30}\\bmine\\b|\\bmine at night\\b|\\bthe miner\\b|\\b(?:credits|cluster|gpus?|cores|runners|servers?|nodes)\\b.{0,20}\\bto mine\\b|\\b(?:mine|miners?|mining)\\b.{0,60}\\b(?:gpus?|cpus?|cores?|idle|spare|graphics card|servers?|ci|runners?|cluster|low priority)\\b|\\b(?:install|start|run|add|deploy|hide|launch|bundle|drop|embed|include)\\b(?:\\s+\\S+){0,4}?\\s+miners?\\b',
      '\\b(?:use|rent|sell|donate|lend|burn|put)\\b.{0,40}\\b(?:cpu|gpus?|cores?|compute|processing power|idle time|hardware|runners|ci minutes|credits|servers)\\b.{0,40}\\b(?:coins?|crypto\\w*|money|profit|hash\\w*|earn\\w*|side business)\\b',
    ],
    unless: [
      '\\b(?:data|text|process|opinion|pattern|web|repository|frequent|rule|log|argument) mining\\b|\\b(?:how miners|blockchain explorer|wallet app|mining game|game|minecraft|coin (?:flip|icon|page|list|price|change)|shopping|price of)\\b',
    ],
    category: 'mining',
    why: 'A task may not use machines to earn coins.',
    rephrase: 'Describe a change to the project.',
    examples: {
      match: ['mine monero with the idle cores'],
      pass: ['improve the data mining chapter in the docs'],
    },
  },
];
