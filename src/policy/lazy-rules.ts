import type { PolicyRule } from './policy.ts';

/**
 * Rules of which only the id is at hand; the rest is read when somebody asks for it. A task needs few of them, and
 * reading them all takes longer than everything else that a hook does.
 * @param read gives the rule at a place in the list
 */
export function lazyRules(ids: readonly string[], read: (at: number) => PolicyRule): readonly PolicyRule[] {
  return ids.map((id, at) => lazyRule(id, () => read(at)));
}

function lazyRule(id: string, read: () => PolicyRule): PolicyRule {
  let known: PolicyRule | undefined;
  const rule = (): PolicyRule => {
    known ??= read();
    return known;
  };
  return new Proxy<Partial<PolicyRule>>(
    {},
    {
      get: (_, key) => (key === 'id' ? id : Reflect.get(rule(), key)),
      has: (_, key) => Reflect.has(rule(), key),
      ownKeys: () => Reflect.ownKeys(rule()),
      // A proxy may only speak of properties that can be changed: its own target has none.
      getOwnPropertyDescriptor: (_, key) => {
        const described = Reflect.getOwnPropertyDescriptor(rule(), key);
        return described === undefined ? undefined : { ...described, configurable: true };
      },
    },
  ) as PolicyRule;
}
