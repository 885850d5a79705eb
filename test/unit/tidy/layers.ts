import type { SourceModule } from './read-modules.ts';

/*
 * The architecture, from the ground up. A folder may import what lies in layers below its own; from its own layer it
 * imports only itself and what SIBLINGS allows. ARCHITECTURE.md tells the same story in words.
 */
export const LAYERS: readonly { readonly name: string; readonly places: readonly string[] }[] = [
  { name: 'words: types, schemas, the fold', places: ['src/domain/', 'src/version.ts'] },
  {
    name: 'pure: state and time in, decision out',
    places: ['src/policy/', 'src/limits/', 'src/scheduler/', 'src/schedules/', 'src/observe/', 'src/guard/'],
  },
  {
    name: 'disk, processes, sockets',
    places: ['src/journal/', 'src/workspace/', 'src/process/', 'src/ipc/', 'src/config/'],
  },
  {
    name: 'services',
    places: [
      'src/runners/',
      'src/context/',
      'src/notices/',
      'src/ending/',
      'src/record/',
      'src/doctor/',
      'src/verify/',
    ],
  },
  { name: 'supervisor', places: ['src/supervisor/'] },
  { name: 'verbs: one implementation of each command', places: ['src/verbs/'] },
  { name: 'what a session and a terminal ask for', places: ['src/entry/', 'src/session/'] },
  { name: 'composition root', places: ['src/app.ts'] },
  { name: 'entries', places: ['hooks/', 'commands/', 'src/cli.ts', 'src/statusline.ts', 'src/supervise.ts'] },
];

/** Imports inside a layer, with what they are for. Services never import one another. */
export const SIBLINGS: readonly { readonly from: string; readonly to: string; readonly because: string }[] = [
  { from: 'src/policy/', to: 'src/observe/', because: 'a task text that holds a secret is refused' },
  { from: 'src/config/', to: 'src/workspace/', because: 'outloop.yaml may name the reports folder' },
  { from: 'src/session/', to: 'src/entry/', because: 'hooks read and answer the client in one way' },
  { from: 'hooks/', to: 'commands/', because: 'the expansion hook runs the script beside each command' },
];

/** Folders whose modules are functions of their arguments: of Node they may use only what computes. */
export const PURE_LAYERS = 2;
export const PURE_NODE_MODULES: readonly string[] = ['node:crypto'];

/** Where a path lies: its layer, from 0, and its place in it. Null for what is in no layer. */
export function placeOf(path: string): { readonly layer: number; readonly place: string } | null {
  for (const [layer, { places }] of LAYERS.entries()) {
    const place = places.find((one) => (one.endsWith('/') ? path.startsWith(one) : path === one));
    if (place !== undefined) return { layer, place };
  }
  return null;
}

/** The imports that go up or sideways, as `from -> to`. */
export function wrongWays(modules: readonly SourceModule[]): string[] {
  const wrong: string[] = [];
  for (const { path, imports } of modules) {
    const from = placeOf(path);
    if (from === null) continue;
    for (const { target, isLocal } of imports) {
      if (isLocal && !mayImport(from, placeOf(target))) wrong.push(`${path} -> ${target}`);
    }
  }
  return wrong;
}

function mayImport(from: Place, to: Place | null): boolean {
  if (to === null || to.layer > from.layer) return false;
  if (to.layer < from.layer || to.place === from.place) return true;
  return SIBLINGS.some((one) => one.from === from.place && one.to === to.place);
}

type Place = NonNullable<ReturnType<typeof placeOf>>;
