import type { ContainmentChoice } from '../config/fields.ts';
import type { ContainmentMeans } from '../process/containment.ts';

/** The strongest means of containment that each choice of the configuration allows. */
export const STRONGEST = {
  auto: 'systemd scope',
  namespace: 'PID namespace',
  group: 'process group',
} as const satisfies Record<ContainmentChoice, ContainmentMeans>;
