import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { readFrames, readStacks } from '../../src/costs/read-error.js';
import {
  aggregatedError,
  causedError,
  plainError,
  rejectBelow,
  throwBelow,
} from '../../src/costs/throw-deep.js';
import type { ErrorCosts } from '../../src/model/report/costs.js';
import { errorTables } from '../../src/report/tables/error-tables.js';
import { faultsOf } from '../support/published.js';
import { createWorkspace, hotpath } from '../support/workspace.js';

const files = createWorkspace({
  'record.ts': [
    'export const notOne = 5;',
    "export function fails(): void { throw new Error('not today'); }",
    'export function toRecord(error: Error): object {',
    '  const causes = error.cause instanceof Error ? toRecord(error.cause) : null;',
    "  return { text: error.stack, lines: String(error.stack).split('\\n'), causes };",
    '}',
    '',
  ].join('\n'),
  'broken.ts': 'export const = 5;\n',
});
afterAll(() => files.remove());

describe('the errors that are measured', () => {
  it('are thrown as deep as is said, and their frames say so', async () => {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 40;
    try {
      expect(
        framesOf(
          'throwBelow',
          caught(() => throwBelow(25, plainError)),
        ),
      ).toBe(25);
      const rejected = await rejectBelow(12, plainError).catch((error: Error) => error);
      expect(framesOf('rejectBelow', rejected as Error)).toBe(12);
      const named = readFrames(caught(() => throwBelow(7, plainError))).map(({ name }) => name);
      expect(named.filter((name) => name === 'throwBelow')).toHaveLength(7);
      expect([throwBelow(5, null), await rejectBelow(5, null)]).toEqual([4, 4]);
    } finally {
      Error.stackTraceLimit = limit;
    }
  });

  it('have as many stacks as they have errors', () => {
    const longer = (error: Error) => readStacks(error) / readStacks(plainError());
    expect(longer(causedError(5))).toBeGreaterThan(4);
    expect(longer(aggregatedError(3))).toBeGreaterThan(3);
    expect(inspect(causedError(1))).toContain('[cause]');
  });
});

function caught(action: () => unknown): Error {
  try {
    action();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

function framesOf(name: string, error: Error): number {
  return String(error.stack)
    .split('\n')
    .filter((line) => line.includes(`at ${name} `) || line.includes(`at async ${name} `)).length;
}

describe('tables of errors', () => {
  const interval = (mean: number) => ({ mean, low: 0.9 * mean, high: 1.1 * mean });
  const costs = [10, 25].map(
    (depth): ErrorCosts => ({
      depth,
      limit: depth,
      async: false,
      sourceMaps: false,
      phases: [{ name: 'throw and catch', time: interval(1234.5) }],
      shares: [{ name: 'throw and catch', share: interval(0.25) }],
    }),
  );

  it('have depths beside each other, as far as they fit', () => {
    const wide = errorTables(costs, 80);
    expect(wide).toContain('through plain calls, Error.stackTraceLimit as deep, source maps off');
    expect(wide).toMatch(/│ throw and catch +│ 1\.234 ±0\.123 │ 1\.234 ±0\.123 │/);
    expect(wide).toMatch(/│ % of all: throw and catch │ +25\.0% ±2\.5% │/);
    expect(errorTables(costs, 40).match(/┌/g)).toHaveLength(2);
  });
});

describe('bad input of hotpath errors', () => {
  const cases: readonly (readonly [readonly string[], string])[] = [
    [['--depth', '0'], 'numbers from 1 to 1000'],
    [['--depth', '10,100000'], 'numbers from 1 to 1000'],
    [['--depth', 'deep'], 'numbers from 1 to 1000'],
    [['--serialize', 'record.ts'], 'record.ts: does not name a function'],
    [['--serialize', 'nowhere.ts#toRecord'], 'nowhere.ts: no such file'],
    [['--serialize', 'record.ts#nowhere'], 'record.ts: exports no `nowhere`'],
    [['--serialize', 'record.ts#notOne'], '`notOne` is not a function, it is a number'],
    [['--serialize', 'record.ts#fails'], '`fails` throws for an error: not today'],
    [['--serialize', 'broken.ts#toRecord'], 'broken.ts: cannot be loaded'],
  ];
  it.each(cases)('%j', async (words, said) => {
    const ended = await hotpath(files.folder, ['errors', ...words]);
    expect(ended.err).toContain(said);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err.trim().split('\n').length).toBeLessThanOrEqual(3);
  });
});

it('hotpath errors measures one depth: to serialize takes longer than to throw, causes longer than none', async () => {
  const words = [
    'errors',
    '--quick',
    '--depth',
    '12',
    '--serialize',
    'record.ts#toRecord',
    '--json',
    'out.json',
  ];
  const ended = await hotpath(files.folder, words);
  expect(ended.code, ended.err).toBe(0);
  const found = JSON.parse(readFileSync(files.path('out.json'), 'utf8')) as {
    costs: readonly ErrorCosts[];
  };
  expect(faultsOf('errors', found)).toBeNull();
  const { costs } = found;
  expect(costs.map(({ limit, async, sourceMaps }) => [limit, async, sourceMaps])).toEqual([
    [12, false, false],
    [12, true, false],
    [12, false, true],
  ]);
  const [plain, , mapped] = costs;
  const time = (of: ErrorCosts | undefined, phase: string): number =>
    of?.phases.find(({ name }) => name === phase)?.time.mean ?? Number.NaN;
  expect(time(plain, 'throw and catch')).toBeGreaterThan(0);
  expect(time(plain, 'serializer, with .stack')).toBeGreaterThan(time(plain, 'throw and catch') / 2);
  expect(time(plain, '5 causes more')).toBeGreaterThan(2 * time(plain, 'a cause more'));
  expect(time(mapped, 'first .stack')).toBeGreaterThan(1.5 * time(plain, 'first .stack'));
});
