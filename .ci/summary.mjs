import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';

/*
 * A reporter of vitest that writes into the file $TEST_SUMMARY how the tests went: each failure with its error, and in
 * the last line the counts. All failures together take about 80 lines, so that the last 100 of a log tell what went
 * wrong. What could not be run and what was thrown outside a test count as failed tests; a skipped one fails the run.
 */
const LINES_FOR_ERRORS = 80;
const LINES_PER_ERROR_MIN = 8;

export default class {
  onTestRunEnd(modules, unhandled) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const failures = [
      ...modules.flatMap(failuresOf),
      ...unhandled.map((error) => ({ name: 'outside of any test', errors: [error] })),
    ];
    const count = (state) => tests.filter((test) => test.result().state === state).length;
    const [passed, skipped] = [count('passed'), tests.length - count('passed') - count('failed')];
    const lineCount = Math.max(LINES_PER_ERROR_MIN, Math.floor(LINES_FOR_ERRORS / failures.length));
    const lines = failures.flatMap(({ name, errors }) => [
      `FAILED ${name}`,
      ...shorten(errors.flatMap(linesOf), lineCount - 1),
    ]);
    if (skipped > 0) lines.push(`${skipped} skipped`);
    lines.push(`${passed} passed, ${failures.length} failed`, '');
    writeFileSync(process.env.TEST_SUMMARY ?? 'test-summary.txt', lines.join('\n'));
    if (skipped > 0 || failures.length > 0 || passed === 0) process.exitCode = 1;
  }
}

function failuresOf(module) {
  const parts = [module, ...module.children.allSuites()].map((part) => ({ part, errors: part.errors() }));
  const tests = [...module.children.allTests()].map((part) => ({ part, errors: part.result().errors ?? [] }));
  return [...parts, ...tests]
    .filter(
      ({ part, errors }) => errors.length > 0 || (part.type === 'test' && part.result().state === 'failed'),
    )
    .map(({ part, errors }) => ({
      name: [module.relativeModuleId, part.fullName].filter((one) => one !== undefined).join(' > '),
      errors,
    }));
}

function linesOf(error) {
  const places = (error.stacks ?? []).map(({ file, line, column }) => `at ${file}:${line}:${column}`);
  const stack =
    places.length > 0 ? places : (error.stack ?? '').split('\n').filter((line) => /^ +at /.test(line));
  const cause = error.cause?.message === undefined ? [] : ['Caused by:', ...linesOf(error.cause)];
  const text = `${error.name ?? 'Error'}: ${error.message}\n${error.diff ?? ''}`;
  const own = stack.filter((line) => !/node_modules|node:/.test(line));
  return [...stripVTControlCharacters(text).trimEnd().split('\n'), ...own, ...cause].map(
    (line) => `  ${line}`,
  );
}

/** The beginning says what was wrong, the end where: the middle goes first. */
function shorten(lines, max) {
  if (lines.length <= max) return lines;
  const tail = Math.floor(max / 3);
  const head = max - tail - 1;
  return [...lines.slice(0, head), `  … ${lines.length - head - tail} lines …`, ...lines.slice(-tail)];
}
