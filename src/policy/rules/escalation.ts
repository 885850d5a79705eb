import type { PolicyRule } from '../policy.ts';
import { act, order, PREVENTING, word } from './words.ts';

/** Getting more rights than the worker has. */
export const ESCALATION_RULES: readonly PolicyRule[] = [
  {
    id: 'escalate.root',
    category: 'escalation',
    any: [
      `${order('sudo, doas, su')}\\s+[-\\w/]`,
      `${order('use, run, execute, try, install, start, restart, delete, edit, write, open, call, invoke, do, retry, rerun, launch, change, update, fix')}(?:\\s+\\S+){0,6}?\\s+(?:(?:with|using|via|under|through|as)\\s+)?(?:sudo|doas|as\\s+(?:root|admin\\w*|superuser|system)|root (?:rights|privileges|access|permissions))\\b`,
      act(
        'become, gain, get, obtain, acquire, switch to, log in as, login as, impersonate, act as, escalate to, elevate to, give yourself, grant yourself, give me',
        '(?:root|admin\\w*|superuser|sudo|system|elevated|full|unrestricted|higher|write)(?:\\s+(?:access|rights?|privileges?|permissions?|shell|user|account))?\\b',
        3,
      ),
      act(
        'escalate, elevate, raise, upgrade, increase, expand, extend',
        '(?:privileges?|permissions?|rights|access (?:level|rights))\\b(?!\\s+(?:docs?|tests?|checks?|model))',
        4,
      ),
      act(
        'grant, give, assign, allow',
        '(?:yourself|itself|me|the agent|this agent|the worker|everyone|all users|public)(?:\\s+\\w+){0,4}?\\s+(?:access|rights?|privileges?|permissions?|roles?|sudo|root|admin\\w*)\\b',
        2,
      ),
      '\\bchmod\\s+(?:-r\\s+)?(?:[0-7]?777|[ugoa]*\\+s|4[0-7]{3})\\b',
      act(
        'add, put, append, edit, modify, change, write',
        '(?:sudoers|sudo group|wheel group|docker group|/etc/sudoers\\S*|setuid|suid)\\b',
        6,
      ),
      '\\b(?:nopasswd|setuid bit|suid bit|suid binar\\w+)\\b',
      `${word('dangerously-skip-permissions|bypasspermissions|allow-dangerously\\S*')}`,
      act(
        'run, start, launch, mount, use',
        '(?:--privileged|privileged (?:container|mode)|docker\\.sock|docker socket|host (?:namespace|pid|network))',
        6,
      ),
    ],
    unless: [PREVENTING, '\\b(?:instead of|rather than|non-?root|not (?:as )?root)\\b'],
    why: 'A task may not ask for more rights than the agent has.',
    rephrase: 'Leave out the rights; say what should change in the project.',
    examples: {
      match: ['use sudo to install the package'],
      pass: ['add an admin role to the user management page'],
    },
  },
];
