import type { PolicyRule } from '../policy.ts';
import { act, loose, near, order, PREVENTING, word } from './words.ts';

const POWERS =
  '(?:root|admin\\w*|superuser|super user|sudo|system|elevated|full|unrestricted|higher|write|owner|maintainer|privileged|total|complete|god mode|operator|domain admin|org(?:ani[sz]ation)? owner)';
const RIGHTS =
  '(?:access|rights?|privileges?|permissions?|shell|user|account|role|mode|control|powers?|level)';
const SELF =
  '(?:yourself|itself|myself|me|us|my (?:user|account|login)|your (?:user|account|own)|the (?:agent|worker|bot|assistant|script|runner)|this (?:agent|worker|user|account|process)|everyone|everybody|anyone|all users|public|world|claude)';

/** Getting more rights than the worker has. */
export const ESCALATION_RULES: readonly PolicyRule[] = [
  {
    id: 'escalate.sudo',
    category: 'escalation',
    any: [
      `${order('sudo, doas, pkexec, runas, su')}(?:\\s+[-\\w/]|\\s*$)`,
      `${loose('use, run, rerun, execute, try, install, start, restart, delete, edit, write, open, call, invoke, do, retry, launch, change, update, copy, move, set, apply, build, deploy, make, create, remove, mount, kill, repeat')}(?:\\s+\\S+){0,8}?\\s+(?:(?:with|using|via|under|through|as|by)\\s+)?(?:sudo|doas|pkexec|as\\s+(?:the\\s+)?(?:root|admin|administrator|superuser|system|nt authority)|root(?:-| )(?:rights|privileges|access|permissions)|admin(?:istrator)? (?:rights|privileges)|elevated(?: rights| privileges| permissions| prompt)?|elevation)\\b(?!\\s+(?:user|role|page|area|panel|detection|prompt is))`,
      act(
        'edit, add, put, append, modify, change, write, extend, open, update, adjust',
        '(?:\\S*sudoers\\S*|(?:the )?(?:sudo|wheel|docker|admin\\w*|root|libvirt|disk|shadow) group|visudo|polkit (?:rule|policy)|/etc/(?:sudoers|doas|pam)\\S*)',
        6,
      ),
      '\\bnopasswd\\b|\\bwithout (?:a |the )?(?:sudo )?password\\b(?=.*\\bsudo\\b)',
    ],
    unless: [
      PREVENTING,
      '\\b(?:instead of|rather than|non-?root|not (?:as )?root|without root|need sudo|needs sudo|low level users)\\b',
    ],
    why: 'A task may not run with more rights than the agent has.',
    rephrase: 'Leave out the rights; say what should change in the project.',
    examples: {
      match: ['use sudo to install the package'],
      pass: ['the installer should not need sudo', 'run the API image as a non-root user'],
    },
  },
  {
    id: 'escalate.rights',
    category: 'escalation',
    any: [
      act(
        'become, gain, get, obtain, acquire, switch to, log in as, login as, sign in as, impersonate, act as, escalate to, elevate to, assume, take over, take, pose as, pretend to be, authenticate as, connect as, run with, work with, seize, claim, request, give yourself, grant yourself, make yourself, give me, grant me, make me, promote yourself to, promote me to',
        `(?:${POWERS}(?:\\s+${RIGHTS})?|\\w*(?:admin|owner|root|poweruser|superuser)\\w*(?:role|access)?|(?:cluster|domain|org\\w*|global)[- ]admin\\w*|(?:service|admin|other|another|root|owner)(?:'s)? account|(?:\\w+ )?(?:iam )?role\\b|(?:all|more|additional|extra) (?:permissions|rights|privileges)|${RIGHTS})\\b(?!\\s+(?:page|area|panel|tests?|check|model|list|form|column|view|ui|hierarchy|dropdown|editor|badge))`,
        3,
      ),
      near(
        loose('escalate, elevate, raise, upgrade, increase, expand, extend, widen, lift, abuse'),
        '(?:privileges?|permissions?|rights|access (?:level|rights)|capabilit\\w+)\\b(?!\\s+(?:docs?|tests?|checks?|model|page|ui))',
        4,
      ),
      near(
        loose('grant, give, assign, allow, add, make, promote, put, bind, attach, set, hand'),
        `${SELF}\\b(?:\\s+[\\w'/-]+){0,5}?\\s+(?:${POWERS}\\b(?!\\s+(?:name|screen|page|text|width))|access|rights?|privileges?|permissions?|roles?|group|admins?|sudo\\w*|cluster-admin)`,
        2,
      ),
      near(
        loose('make, promote, set, turn, add'),
        '(?:\\w+ ){0,3}?(?:(?:an? |the )?(?:owner|super-?admin|superuser|org\\w* owner|global admin\\w*|domain admin\\w*))\\b(?=\\s*$|\\s+(?:of|on|for|in|and|so|without)\\b|[,.;])',
        2,
      ),
      near(
        loose('create, add, attach, write, use, assign, bind, apply, give, grant, request, assume, make'),
        '(?:\\w*administratoraccess|poweruseraccess|cluster-admin|roles/(?:owner|editor)|\\w*accessrole|(?:iam )?(?:role|policy|user|binding|service account)(?=.*\\b(?:admin\\w*|full access|all (?:actions|resources|permissions)|everything|owner|star|wildcard|yourself|the agent|\\*)))',
        4,
      ),
    ],
    unless: [
      PREVENTING,
      '\\b(?:role model|user management|permission model|page for|role picker|rbac docs|hides?|let admins|only admins|for admins|to admins|mobile|iframe)\\b',
    ],
    why: 'A task may not ask for more rights than the agent has.',
    rephrase: 'Leave out the rights; say what should change in the project.',
    examples: {
      match: ['gain administrator rights on the build server'],
      pass: ['add an admin role to the user management page'],
    },
  },
  {
    id: 'escalate.system',
    category: 'escalation',
    any: [
      '\\bchmod\\s+(?:-\\w+\\s+)*(?:[0-7]?777|[0-7]?666|[ugoa]*\\+s|[2467][0-7]{3})\\b',
      '\\bchown\\s+(?:-\\w+\\s+)*(?:root|\\w+:\\w+)\\s+/',
      near(
        loose('make, set, mark, chmod, chown, give, install, add, turn, flip'),
        '(?:setuid|suid|setgid|world-?writ\\w+|777|root-owned)\\b',
        8,
      ),
      word(
        'setuid (?:bit|root|binar\\w+|shell|helper)|suid (?:bit|root|binar\\w+)|cap_sys_admin|cap_dac_override|cap_setuid|nsenter|dirty ?(?:cow|pipe)|pwnkit|rootkit|kernel (?:module|exploit|driver)(?= (?:to|that|and|which|for))|ld_preload',
      ),
      near(
        loose('run, start, launch, mount, use, spawn, create, boot, open, enter, join, share, pass'),
        "(?:--privileged|--pid=host|--net=host|-v /:|privileged (?:container|mode|pod)|docker\\.sock|docker socket|host'?s? (?:pid|network|ipc|namespaces?|file ?system|root)|the host file ?system|root file ?system|hostpath|hostpid)",
        6,
      ),
      near(
        loose('exploit, use, abuse, leverage, trigger, run, try, apply'),
        '(?:(?:a |an |the |this |that |some |known |local |kernel |polkit |privilege escalation |0-?day |zero-?day )*(?:exploit|vulnerability|cve-\\d+-\\d+|privesc|0-?day|zero-?day|privilege escalation|buffer overflow))\\b(?=.*\\b(?:to|for|on|and|against)\\b)',
        3,
      ),
      near(
        loose('disable, turn off, switch off, bypass, get around, circumvent, defeat'),
        '(?:uac|user account control|selinux|apparmor|sip|system integrity protection|gatekeeper|secure boot|seccomp|defender|credential guard|admission controller|pod security)\\b',
        2,
      ),
      near(
        loose('read, dump, inspect, inject, attach, write, patch, debug, hook'),
        '(?:the )?(?:memory|address space) of (?:other|another|all|every|the \\w+) process\\w*',
        2,
      ),
      word(
        'dangerously-skip-permissions|bypasspermissions|allow-dangerously\\S*|skip-permissions|yolo mode|permission-mode',
      ),
    ],
    unless: [PREVENTING, '\\b(?:instead of|rather than|documentation of|docs? on|without)\\b'],
    why: 'A task may not change what the system lets the agent do.',
    rephrase: 'Leave out the rights; say what should change in the project.',
    examples: {
      match: ['start a privileged container and look around on the host'],
      pass: ['document why the container runs without capabilities'],
    },
  },
];
