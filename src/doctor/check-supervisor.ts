import type { Check } from './check.ts';
import { bad, doubtful, good } from './check.ts';

/** The supervisor of the project as it was found. `unsupervised` counts the tasks that wait for one. */
export type SupervisorFacts =
  | { readonly kind: 'none'; readonly unsupervised: number }
  | { readonly kind: 'silent'; readonly pid: number; readonly why: string }
  | { readonly kind: 'running'; readonly pid: number; readonly version: string; readonly age: SupervisorAge };

/** How the version of the running supervisor stands to the one that asks. */
export type SupervisorAge = 'same' | 'older' | 'newer';

/** Whether a supervisor is there where one is needed, answers, and is of this version. */
export function checkSupervisor(facts: SupervisorFacts): Check {
  const name = 'supervisor';
  switch (facts.kind) {
    case 'none':
      return facts.unsupervised === 0
        ? good(name, 'none runs, and none is needed')
        : doubtful(
            name,
            `none runs, but open tasks need one: ${facts.unsupervised}`,
            'Send any prompt in a session of this project, or: outloop wait <id>',
          );
    case 'silent':
      return bad(
        name,
        `pid ${facts.pid} lives but does not answer: ${facts.why}`,
        `End it: kill ${facts.pid}. Workers live on, and the next task starts a new one.`,
      );
    case 'running':
      return checkAge(facts);
  }
}

function checkAge({ pid, version, age }: Extract<SupervisorFacts, { kind: 'running' }>): Check {
  const what = `pid ${pid}, version ${version}`;
  switch (age) {
    case 'same':
      return good('supervisor', what);
    case 'older':
      return doubtful('supervisor', `${what}, older than this.`, 'The next task replaces it by itself.');
    case 'newer':
      return doubtful(
        'supervisor',
        `${what}, newer than this.`,
        'Update Outloop here: it runs elsewhere already.',
      );
  }
}
