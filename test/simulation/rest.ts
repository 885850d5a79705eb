import { PERSON_FOLDER, type World } from './world.ts';

/** Checks that nothing is left behind when everything has come to its end. */
export function expectRest(world: World): void {
  const { model, files, machine, paths, violations, acknowledged, given } = world;
  for (const id of acknowledged) {
    violations.expect(
      model.tasks.get(id)?.phase === 'ended',
      'nothingLost',
      () => `${id} was accepted and has no end`,
    );
  }
  for (const task of model.tasks.values()) {
    violations.expect(given.has(task.id), 'notices', () => `${task.id} counts as heard, and nobody was told`);
    const result = `${paths.completed}/${task.id}/result.json`;
    const node = files.at(result);
    const text = node === undefined ? '' : node.bytes.toString('utf8', 0, node.size);
    violations.expect(
      text.includes(`"status": "${task.status}"`),
      'oneEnd',
      () => `${result} does not say ${task.status}`,
    );
    violations.expect(
      files.at(`${paths.active}/${task.id}`) === undefined,
      'leaves',
      () => `${task.id} has ended and its folder is still active`,
    );
  }
  for (const id of model.raised.keys()) {
    violations.expect(given.has(id), 'notices', () => `${id} counts as heard, and nobody was told`);
  }
  for (const folder of [`${paths.internal}/attempts`, '/run/outloop/a.streams', `${PERSON_FOLDER}/slots`]) {
    // A slot that somebody had put aside when he died is no slot any more.
    const left = [...(files.at(folder)?.names.keys() ?? [])].filter((name) => !name.includes('.stale-'));
    violations.expect(left.length === 0, 'leaves', () => `in ${folder}: ${left.join(', ')}`);
  }
  for (const one of machine.living()) {
    violations.expect(
      one.kind !== 'worker',
      'leaves',
      () => `worker ${one.pid} of ${one.work?.taskId} lives on`,
    );
  }
  violations.expect(
    files.at(`${paths.internal}/open`) === undefined,
    'leaves',
    () => 'the marker says that something is open',
  );
}
