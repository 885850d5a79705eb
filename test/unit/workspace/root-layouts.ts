import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A place on the disk and the project that it belongs to. `base` stands for the temporary folder in all paths. The same
 * table holds for `findProject` and for `hooks/root.sh`.
 */
export interface Layout {
  readonly name: string;
  /** Path to content; a path that ends in `/` is a folder, content that begins with `-> ` a link. */
  readonly files: Readonly<Record<string, string>>;
  /** Where one stands. */
  readonly at: string;
  readonly root: string;
  /** Relative to `base`, or absolute. */
  readonly reports: string;
}

/** Makes a layout below `base`. */
export function makeLayout(base: string, layout: Layout): void {
  for (const [path, content] of Object.entries({ 'never.txt': '', ...layout.files })) {
    const place = join(base, path);
    mkdirSync(dirname(place), { recursive: true });
    if (path.endsWith('/')) mkdirSync(place, { recursive: true });
    else if (content.startsWith('-> ')) symlinkSync(content.slice(3).replaceAll('BASE', base), place);
    else writeFileSync(place, content.replaceAll('BASE', base));
  }
  rmSync(join(base, 'never.txt'));
  mkdirSync(join(base, layout.at), { recursive: true });
}

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: shells must not expand it either
const reportsDirLayout = (name: string, yaml: string, reports: string): Layout => ({
  name: `reports_dir: ${name}`,
  files: { 'p/outloop.yaml': yaml },
  at: 'p',
  root: 'p',
  reports,
});

export const LAYOUTS: readonly Layout[] = [
  { name: 'a bare folder', files: { 'p/': '' }, at: 'p', root: 'p', reports: 'p/reports' },
  {
    name: 'a folder with spaces and quotes',
    files: { "it's a $(x) `y`/.git/": '' },
    at: "it's a $(x) `y`",
    root: "it's a $(x) `y`",
    reports: "it's a $(x) `y`/reports",
  },
  {
    name: 'deep in a git repository',
    files: { 'p/.git/': '' },
    at: 'p/a/b/c',
    root: 'p',
    reports: 'p/reports',
  },
  {
    name: 'the nearest configuration wins over git above',
    files: { 'p/.git/': '', 'p/sub/outloop.yaml': '' },
    at: 'p/sub/x',
    root: 'p/sub',
    reports: 'p/sub/reports',
  },
  {
    name: 'configuration above wins over git below',
    files: { 'p/outloop.yaml': '', 'p/sub/.git/': '' },
    at: 'p/sub/x',
    root: 'p',
    reports: 'p/reports',
  },
  {
    name: 'the nearest of two configurations wins',
    files: { 'p/outloop.yaml': '', 'p/q/outloop.yaml': '' },
    at: 'p/q',
    root: 'p/q',
    reports: 'p/q/reports',
  },
  {
    name: 'a folder of the name of the configuration is none',
    files: { 'p/outloop.yaml/': '', '.git/': '' },
    at: 'p',
    root: '',
    reports: 'reports',
  },
  {
    name: 'a linked worktree belongs to its main worktree',
    files: { 'main/.git/worktrees/w/': '', 'w/.git': 'gitdir: BASE/main/.git/worktrees/w\n' },
    at: 'w/src',
    root: 'main',
    reports: 'main/reports',
  },
  {
    name: 'a linked worktree with a relative pointer and no line end',
    files: {
      'main/.git/worktrees/w/': '',
      'main/.claude/worktrees/w/.git': 'gitdir: ../../../.git/worktrees/w',
    },
    at: 'main/.claude/worktrees/w',
    root: 'main',
    reports: 'main/reports',
  },
  {
    name: 'a linked worktree whose main worktree is configured takes its reports folder',
    files: {
      'main/.git/worktrees/w/': '',
      'main/outloop.yaml': 'reports_dir: out\n',
      'w/.git': 'gitdir: BASE/main/.git/worktrees/w\n',
    },
    at: 'w',
    root: 'main',
    reports: 'main/out',
  },
  {
    name: 'a linked worktree whose main worktree is gone stands for itself',
    files: { 'w/.git': 'gitdir: BASE/gone/.git/worktrees/w\n' },
    at: 'w/src',
    root: 'w',
    reports: 'w/reports',
  },
  {
    name: 'a submodule stands for itself',
    files: { 'p/.git/modules/s/': '', 'p/s/.git': 'gitdir: ../.git/modules/s\n' },
    at: 'p/s/x',
    root: 'p/s',
    reports: 'p/s/reports',
  },
  {
    name: 'a worktree of a submodule stands for itself',
    files: { 'p/.git/modules/s/worktrees/w/': '', 'w/.git': 'gitdir: BASE/p/.git/modules/s/worktrees/w\n' },
    at: 'w',
    root: 'w',
    reports: 'w/reports',
  },
  {
    name: 'a worktree of a bare repository stands for itself',
    files: { 'r.git/worktrees/w/': '', 'w/.git': 'gitdir: BASE/r.git/worktrees/w\n' },
    at: 'w',
    root: 'w',
    reports: 'w/reports',
  },
  { name: 'an empty .git file', files: { 'w/.git': '' }, at: 'w/x', root: 'w', reports: 'w/reports' },
  {
    name: 'a .git file of garbage',
    files: { 'w/.git': 'hello\ngitdir: BASE/.git/worktrees/x\n' },
    at: 'w',
    root: 'w',
    reports: 'w/reports',
  },
  {
    name: 'a pointer with a deeper name',
    files: { 'm/.git/worktrees/a/b/': '', 'w/.git': 'gitdir: BASE/m/.git/worktrees/a/b\n' },
    at: 'w',
    root: 'w',
    reports: 'w/reports',
  },
  {
    name: 'through a link one stands in the real place',
    files: { 'real/p/.git/': '', link: '-> BASE/real/p/deep', 'real/p/deep/': '' },
    at: 'link',
    root: 'real/p',
    reports: 'real/p/reports',
  },
  {
    name: 'a link to a configuration counts',
    files: { 'p/outloop.yaml': '-> BASE/shared.yaml', 'shared.yaml': 'reports_dir: r\n' },
    at: 'p/x',
    root: 'p',
    reports: 'p/r',
  },
  {
    name: 'a dangling link is no configuration',
    files: { 'p/outloop.yaml': '-> BASE/nowhere', 'p/.git/': '' },
    at: 'p/x',
    root: 'p',
    reports: 'p/reports',
  },

  reportsDirLayout('plain', 'policy: x\nreports_dir: build/reports\n', 'p/build/reports'),
  reportsDirLayout('without a line end', 'reports_dir: out', 'p/out'),
  reportsDirLayout('with a comment behind it', 'reports_dir: out # ours\n', 'p/out'),
  reportsDirLayout('with # in its name', 'reports_dir: out#1\n', 'p/out#1'),
  reportsDirLayout('with spaces', 'reports_dir:   my reports  \t\n', 'p/my reports'),
  reportsDirLayout('behind a tab', 'reports_dir:\tout\n', 'p/out'),
  reportsDirLayout('in double quotes', 'reports_dir: "my # reports" # x\n', 'p/my # reports'),
  reportsDirLayout('in single quotes', "reports_dir: ' out '\n", 'p/ out '),
  reportsDirLayout('with Windows line ends', 'a: 1\r\nreports_dir: out\r\nb: 2\r\n', 'p/out'),
  reportsDirLayout('quoted with Windows line ends', 'reports_dir: "out"\r\n', 'p/out'),
  reportsDirLayout('absolute', 'reports_dir: /var/tmp/x/../reports\n', '/var/tmp/reports'),
  reportsDirLayout('with dots and slashes', 'reports_dir: ./a//b/../c/\n', 'p/a/c'),
  reportsDirLayout('above the root', 'reports_dir: ../shared\n', 'shared'),
  reportsDirLayout('the first of two', 'reports_dir: a\nreports_dir: b\n', 'p/a'),
  reportsDirLayout('hidden folder', 'reports_dir: .reports\n', 'p/.reports'),
  reportsDirLayout('not at the top level', 'x:\n  reports_dir: out\n', 'p/reports'),
  reportsDirLayout('a longer key', 'reports_dir_old: out\nmy_reports_dir: out\n', 'p/reports'),
  reportsDirLayout('without a space', 'reports_dir:out\n', 'p/reports'),
  reportsDirLayout('empty', 'reports_dir:\nx: 1\n', 'p/reports'),
  reportsDirLayout('empty with a comment', 'reports_dir: # none\n', 'p/reports'),
  reportsDirLayout('empty quotes', 'reports_dir: ""\n', 'p/reports'),
  reportsDirLayout('an open quote', 'reports_dir: "out\n', 'p/reports'),
  reportsDirLayout('the root itself', 'reports_dir: .\n', 'p/reports'),
  reportsDirLayout('the root of all', 'reports_dir: /\n', 'p/reports'),
  reportsDirLayout('far above', 'reports_dir: ../../../../../../../../../../..\n', 'p/reports'),
  reportsDirLayout('a block', 'reports_dir: |\n  out\n', 'p/reports'),
  reportsDirLayout('a list', 'reports_dir: [out]\n', 'p/reports'),
  reportsDirLayout('an anchor', 'reports_dir: &a out\n', 'p/reports'),
  reportsDirLayout('an alias', 'reports_dir: *a\n', 'p/reports'),
  reportsDirLayout('a home', 'reports_dir: ~/reports\n', 'p/reports'),
  reportsDirLayout('with an escape', 'reports_dir: "a\\tb"\n', 'p/reports'),
  reportsDirLayout('with control characters', 'reports_dir: a\u0007b\n', 'p/reports'),
  reportsDirLayout(
    'with command substitution',
    'reports_dir: $(touch x)`touch y`${HOME}\n',
    'p/$(touch x)`touch y`${HOME}',
  ),
  reportsDirLayout('with glob characters', 'reports_dir: a*?[b]\n', 'p/a*?[b]'),
  reportsDirLayout('in another language', 'reports_dir: Berichte/für alle\n', 'p/Berichte/für alle'),
];
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: see above
