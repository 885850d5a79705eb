import { describe, expect, test } from 'vitest';
import { FLAG_READERS, readFlags } from '../../../src/config/flag-values.ts';
import { parseArguments } from '../../../src/config/parse-arguments.ts';
import { LIMIT_TABLE } from '../../../src/limits/limit-table.ts';

const MIB = 1024 * 1024;

describe('the limits of a task', () => {
  test.each([
    ['silence', '10m', { silence_ms: 600_000 }],
    ['silence', '1h30m', { silence_ms: 5_400_000 }],
    ['tokens', '200k', { tokens: 200_000 }],
    ['tokens', '1.5M', { tokens: 1_500_000 }],
    ['tokens', '50000', { tokens: 50_000 }],
    ['output', '50M', { output_bytes: 50 * MIB }],
    ['memory', '512M', { memory_bytes: 512 * MIB }],
    ['memory', '1.5GiB', { memory_bytes: 1536 * MIB }],
    ['cpu', '10', { cpu_percent: 10 }],
    ['cpu', '250%', { cpu_percent: 250 }],
    ['processes', '64', { processes: 64 }],
  ])('--%s %s', (flag, value, limits) => {
    expect(readFlags({ [flag]: value })).toEqual({ ok: true, value: { limits } });
  });

  test.each([
    ['silence', '5s', 'is out of bounds', 'Allowed are 10s to 1d 0h', 'without it 20m 0s'],
    ['tokens', '10', 'is out of bounds', 'Allowed are 1.0k to 1000.0M', 'without it there is no limit'],
    ['output', '1k', 'is out of bounds', 'Allowed are 64.0 kB to 16.0 GB', 'without it 256.0 MB'],
    ['memory', '512', 'cannot be read', 'written like 512M, 2G', 'without it 8.0 GB'],
    ['memory', '9999T', 'is out of bounds', '64.0 MB to 1.0 TB', ''],
    ['cpu', 'half', 'cannot be read', '1 % to 100000 %', ''],
    ['processes', '1', 'is out of bounds', 'Allowed are 4 to 100000', 'without it 1000'],
    ['processes', '-5', 'cannot be read', '', ''],
    ['limits', 'tiny', 'there is no set of limits "tiny"', 'default, seed', '512 MB'],
  ])('--%s %s is refused with what is allowed', (flag, value, why, ...allowed) => {
    const read = readFlags({ [flag]: value });
    if (read.ok) throw new Error('it was read');
    expect(read.failure).toMatchObject({ code: 'usage', message: expect.stringContaining(why) });
    expect(read.failure.message).toContain(`--${flag}: `);
    for (const words of allowed) expect(read.failure.hint).toContain(words);
  });

  test('stand together, and every limit of the table has its flag', () => {
    const typed = '--memory 1G --limits seed --cpu 50% --timeout 1h --max-turns 9 --budget 2';
    expect(parseArguments(`coder "fix the parser" ${typed}`)).toMatchObject({
      value: { preset: 'seed', limits: { memory_bytes: 1024 * MIB, cpu_percent: 50 }, timeoutMs: 3_600_000 },
    });
    const flags = ['timeout', 'silence', 'max-turns', 'budget', 'tokens', 'output', 'memory', 'cpu'];
    expect(Object.keys(FLAG_READERS)).toEqual(expect.arrayContaining([...flags, 'processes']));
    expect(Object.keys(LIMIT_TABLE)).toHaveLength(flags.length + 1);
  });
});

describe('what follows a failure', () => {
  test.each([
    [{ retries: '2' }, { retries: 2 }],
    [{ retries: '0' }, { retries: 0 }],
    [{ 'on-failure': 'retry' }, { onFailure: 'retry' }],
    [{ 'on-failure': 'Agent:Tester' }, { onFailure: 'agent:tester' }],
    [{ 'on-failure': 'none' }, { onFailure: 'none' }],
  ])('%j', (typed, flags) => {
    expect(readFlags(typed)).toEqual({ ok: true, value: flags });
  });

  test.each([
    [{ retries: '10' }, 'whole numbers from 0 to 9'],
    [{ retries: 'often' }, 'whole numbers from 0 to 9'],
    [{ 'on-failure': 'agent:plumber' }, 'The agents are researcher'],
    [{ 'on-failure': 'panic' }, 'retry (the same agent'],
    [{ 'on-failure': 'retry:coder' }, 'Allowed are'],
  ])('%j is refused', (typed, words) => {
    const read = readFlags(typed);
    expect(read.ok ? '' : read.failure.hint).toContain(words);
  });
});
