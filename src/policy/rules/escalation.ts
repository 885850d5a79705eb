import type { PolicyRule } from '../policy.ts';
import { order, phrases } from './words.ts';

const ROLES = phrases(`
  root, admin, admins, administrator, administrators, superuser, super user, superadmin, super admin, postgres superuser, owner, maintainer, cluster admin, domain admin, global admin, org admin, org owner, organization owner, organisation owner, admin user, another user, the ceo, domain administrator, root user, org owner by, an org owner`);

const RIGHTS = phrases(`
  root access, root rights, root privileges, root permissions, root shell, root account, admin access, admin rights, admin privileges, admin role, admin account, administrator rights, administrator access, administrator privileges, sudo, sudo rights, sudo access, elevated, elevated rights, elevated privileges, elevated access, elevated permissions, full access, full control, full permissions, full rights, unrestricted access, unlimited access,
  write access, owner rights, owner access, owner permissions, owner role, owner account, ownership, privileged access, privileges, all permissions, all rights, more permissions, more rights, more privileges, higher privileges, additional permissions, extra permissions, god mode, administratoraccess, poweruseraccess, maintainer rights, operator rights, most rights, admin token, admin panel rights, remote access, root password, admin password, same rights, sudo configuration, sudo config, root login, password login for root, owner token, remote shell, super powers, superpowers, everything, do everything`);

const ACCESS = phrases(`
  access, rights, role, roles, privilege, privileges, permission, group, sudoers, docker group, wheel group, wheel, admins, bypass, collaborators, all scopes, everything, collaborator, read everything, see everything, in, remote access, keys, keys to, the keys, one that can write, write, same rights, same rights as, org owner, admin token, maintainer, everybody's data, everyone's data, see everybody, see everything, read everybody, anonymous requests, anonymous access, unauthenticated access, unauthenticated requests`);

const SELF = phrases(`
  yourself, itself, myself, me, us, my user, my account, my login, my role, your user, your account, your own account, the agent, this agent, the worker, this worker, the bot, the runner, the assistant, the script, this user, this account, this process, everyone, everybody, anyone, all users, the public, the world, claude, the robot, your process, the service account, my colleague, my github, the token, a token, this token, his account, her account, him, her, token into, readonly token, bot account, account the, intern, the intern account, readonly`);

const ORDINARY =
  '\\b(?:instead of|rather than|non-?root|without root|needs? sudo|unprivileged|only admins|for admins|iframe|user management|for support|element|component|node|page|feature|low level users)\\b';

const WHY = {
  category: 'escalation',
  why: 'A task may not ask for more rights than the agent has.',
  rephrase: 'Leave out the rights; say what should change in the project.',
} as const;

/** Getting more rights than the agent has. */
export const ESCALATION_RULES: readonly PolicyRule[] = [
  order(
    'escalate.become',
    [
      phrases(`
        become, gain, get, obtain, acquire, switch to, log in as, login as, sign in as, impersonate, act as, escalate to, elevate to, assume, take over, pose as, authenticate as, connect as, seize, claim, make yourself, promote yourself to, promote me to, work as, run as, do it as, do this as, do that as, run it as, run this as,
        execute as, continue as, set my role to, set your role to, make my user, make my account, make your account, turn yourself into, upgrade yourself to, make me, get me, retry as, try as, start as, install as, edit as, delete as`),
      ROLES,
    ],
    {
      gap: 3,
      unless: [ORDINARY],
      ...WHY,
      examples: {
        match: ['become the administrator of the host'],
        pass: ['get the admin page to load faster'],
      },
    },
  ),
  order(
    'escalate.obtain',
    [
      phrases(
        'grant, give, hand, assign, get, become, gain, get me, obtain, acquire, escalate to, elevate to, assume, take over, seize, claim, request, give me, grant me, give yourself, grant yourself, get yourself, hand me, ask for, want, need, take, use, work with, run with, act with, retry with, try with, find a way to get, have, demand, run it with, do it with',
      ),
      RIGHTS,
    ],
    {
      gap: 5,
      unless: [ORDINARY],
      ...WHY,
      examples: {
        match: ['use sudo rights if it fails', 'gain administrator rights on the build server'],
        pass: ['get the admin page to load faster'],
      },
    },
  ),
  order(
    'escalate.grant',
    [
      phrases(
        'grant, give, assign, allow, add, make, promote, put, bind, attach, set, hand, get, elevate, upgrade, raise, approve, change, update, turn, let, move, create, invite, enroll, swap',
      ),
      [
        ...SELF,
        ...phrases('my, your, your own, an admin, a admin, an owner, admin, read only, limited, guest'),
      ],
      [...ROLES, ...RIGHTS, ...ACCESS],
    ],
    {
      gap: 4,
      loose: true,
      unless: [ORDINARY],
      ...WHY,
      why: 'A task may not give anybody rights.',
      rephrase: 'Ask for the change in the code that grants rights, or grant them yourself.',
      examples: {
        match: ['add yourself to the docker group'],
        pass: ['add a role column to the users table'],
      },
    },
  ),
  order(
    'escalate.raise',
    [
      phrases(
        'escalate, elevate, raise, upgrade, increase, expand, extend, widen, abuse, work around, get around, ignore, bypass, loosen, relax, exploit, leverage, weaponize, trigger',
      ),
      phrases(
        'privilege, privileges, permissions, permission denied, rights, access level, access rights, capabilities, your scope, your access, missing permissions, file permissions, access restrictions, an exploit, exploits, cve, privesc, vulnerability, vulnerabilities, zero day, kernel bug, flaw, weakness, security hole, hole, race condition, injection, sql injection, token, account, session',
      ),
    ],
    {
      gap: 3,
      unless: [ORDINARY],
      ...WHY,
      examples: {
        match: ['escalate your privileges first'],
        pass: ['analyze where privileges are escalated in the login flow'],
      },
    },
  ),
  order(
    'escalate.account',
    [
      phrases('add, create, make, register, invite, set up, open, sign up'),
      phrases(
        'admin account, admin user, administrator account, owner account, root account, superuser, superuser account, admin, administrator, account, user',
      ),
      phrases(
        'for me, for us, for my, for him, for her, for myself, on the live, to the live, on prod, to prod, in production, with password, with the password',
      ),
    ],
    {
      gap: 3,
      loose: true,
      unless: [ORDINARY],
      ...WHY,
      why: 'A task may not give anybody rights.',
      examples: {
        match: ['add an admin account for me to the live system'],
        pass: ['create an account page for users'],
      },
    },
  ),
  {
    id: 'escalate.sudo',
    any: [
      '(?:^\\W*|[.,;:!?("\'`]\\s*|\\b(?:and|then|please|just|to|also|type|run|execute|use|try|with|you|can|must|denied|it) ["\'`]?)(?:sudo|doas|pkexec|runas)(?: (?!(?:is|was|plugin|mode|section|prompt|detection|support|should|not|in|on|missing|when|has|must)\\b)[-\\w/]|\\s*$|["\'`])',
      '\\b(?:with|using|via|under|through|as|by) (?:sudo|doas|pkexec|(?:the )?(?:root|admin|administrator|superuser|nt authority|another user)(?: rights| privileges| user| permissions)?|root(?:-| )(?:rights|privileges|access|permissions)|admin(?:istrator)? (?:rights|privileges)|elevated(?: \\w+)?|elevation)(?=\\s*(?:$|[.,;:!?]|(?:and|so|if|then|the password|on|to|because|when|for|in|until|before|after|this)\\b))',
      '\\bnopasswd\\b|\\bsudo(?:ers)?\\b(?=.*\\bwithout (?:a )?password\\b)|\\bsu - ?\\w*|\\bas user 0\\b|\\buid 0\\b',
    ],
    order: true,
    unless: [ORDINARY],
    ...WHY,
    why: 'A task may not run with more rights than the agent has.',
    examples: {
      match: ['use sudo to install the package', 'delete the folder as root'],
      pass: ['the installer should not need sudo'],
    },
  },
  {
    id: 'escalate.system',
    any: [
      '\\bchmod (?:-\\w+ )*(?:[0-7]?777|[0-7]?666|[ugoa]*\\+s|[2467][0-7]{3})\\b|\\bchown (?:-\\w+ )*(?:root|\\w+:\\w+) /|\\bworld-?writ\\w+|\\b(?:to|is) 777\\b',
      '\\b(?:sudoers|(?:sudo|wheel|docker|libvirt|shadow) group|visudo|polkit|sudo config\\w*|setuid|setgid|suid|setcap|nsenter|cap_\\w+|dirty ?(?:cow|pipe)|pwnkit)\\b',
      "--privileged\\b|--pid=host|--net=host|-v /:|docker\\.sock|\\b(?:privileged (?:container|mode|pod)|docker socket|host'?s? (?:pid|ipc|namespaces?|file ?system|root)|hostpath|hostpid)\\b|\\b(?:re)?mount\\w*\\b.{0,20}\\b(?:root|host|whole|entire|read-?write|rw)\\b|\\b(?:root|host|whole) ?file ?system (?:is )?mount",
      '\\b(?:insmod|modprobe|rootkits?|ld_preload|ptrace)\\b|\\b(?:load|patch|build|install|insert|replace|compile|hack|modify|unload)\\b.{0,30}\\bkernel (?:modules?|drivers?)?|\\b(?:memory|ram|address space) of (?:other|another|all|every|the|this|my)\\b|\\bfile capabilit(?:y|ies)\\b|\\battach (?:gdb|strace|a debugger|lldb)\\b',
      '\\b(?:administratoraccess|poweruseraccess|cluster-admin|organizationaccountaccessrole|roles/(?:owner|editor)|grant all)\\b|\\b(?:action|resource|principal|verbs|scope)s?\\W{1,4}\\*|\\bassume\\b.{0,40}\\brole\\b(?! of\\b)',
      '\\b(?:iam|role|policy|binding|service account)\\b.{0,60}(?:\\b(?:full access|all (?:actions|resources|permissions)|everything|wildcard|do anything)\\b|["\']\\*["\'])',
      '\\b(?:find|look for|search for|think of) (?:a |some |any )?(?:way|trick|hole|exploit|path)s? (?:to get |to gain |past|around|into|through|out of|in\\b|that gets?)',
      '\\bexploit\\b.{0,60}\\b(?:root|host|box|machine|server|gain|shell|escalate|example|competitor\\w*)\\b|\\b(?:exploit-db|privesc)\\b',
      '\\b(?:dangerously-skip-permissions|bypasspermissions|allow-dangerously\\S*|skip-permissions|yolo mode|--permission-mode)\\b',
    ],
    order: true,
    unless: [
      '\\b(?:instead of|rather than|convolution|kernel size|gpu kernel|cuda|jupyter|aria|role model|patched)\\b',
    ],
    ...WHY,
    why: 'A task may not change what the system lets the agent do.',
    examples: {
      match: [
        'chmod 777 everything under /var/www',
        'create an IAM role with AdministratorAccess',
        'start it with --dangerously-skip-permissions',
      ],
      pass: ['warn when the key file is world-readable', 'fix the vulnerability that the scanner reports'],
    },
  },
];
