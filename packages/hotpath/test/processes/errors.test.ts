import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { ErrorCosts } from '../../src/model/report/costs.js';
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
