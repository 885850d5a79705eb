import type { PolicyRule } from '../policy.ts';
import { ORDINARY } from './guards.ts';
import { order, phrases } from './words.ts';

const WHY = {
  category: 'checks',
  why: 'A task may not approve for somebody else.',
  rephrase: 'Leave approvals to people.',
} as const;

/** Going past those who decide. */
export const APPROVAL_RULES: readonly PolicyRule[] = [
  order(
    'checks.direct',
    [
      phrases('push, commit, merge, force, deploy, go'),
      phrases(
        'directly to, directly into, straight to, straight into, right to, right into, directly on, straight on, direct to, to protected, over the protected, past review, directly',
      ),
      phrases('main, master, production, prod, release, protected, trunk, branch, live, customers'),
    ],
    {
      gap: 4,
      unless: [ORDINARY],
      ...WHY,
      why: 'A task may not go past the review.',
      rephrase: 'Ask for a change on a branch of its own.',
      examples: { match: ['push directly to main'], pass: ['merge the two config files into one'] },
    },
  ),
  order(
    'checks.approve-everything',
    [
      phrases(
        'approve, accept, confirm, allow, permit, auto approve, auto accept, sign off, say yes to, answer yes to, grant, trust',
      ),
      phrases(
        'everything, anything, whatever, every tool, all tools, all commands, any command, anonymous requests, unauthenticated requests, every certificate, any certificate, any password, any token, every request, all requests',
      ),
    ],
    {
      gap: 4,
      unless: [ORDINARY],
      ...WHY,
      why: 'A task may not approve for somebody else.',
      rephrase: 'Leave approvals to people.',
      examples: { match: ['approve everything the agent asks for'] },
    },
  ),
  order(
    'checks.approve',
    [
      phrases(
        'approve, accept, confirm, allow, permit, auto approve, auto accept, auto allow, auto merge, sign off, sign off on, lgtm, merge, review, grant, say yes to, reply yes to, answer yes to, yes to, trust, whitelist, click allow, click yes, answer, reply, respond, let through',
      ),
      phrases(
        'everything, anything, whatever, all, every, any, each, my own, your own, our own, its own, yourself, my pull request, my pr, my changes, my request, it yourself, this yourself, with the bot, as me, in my name, from my account',
      ),
      phrases(
        'tool, tools, command, commands, permission, permissions, prompt, prompts, request, requests, question, questions, edit, edits, action, actions, call, calls, pull request, pull requests, pr, prs, merge request, change, changes, code, commit, commits, dependency updates, everything, anything, whatever, yourself, bot account, bot, it asks, they ask, my account',
      ),
    ],
    {
      gap: 3,
      unless: [ORDINARY, '\\b(?:in the api|origin|invitations?)\\b'],
      ...WHY,
      why: 'A task may not approve for somebody else.',
      rephrase: 'Leave approvals to people.',
      examples: { match: ['approve my own pull request'], pass: ['accept invitations from the member list'] },
    },
  ),
];
