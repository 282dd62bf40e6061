import { readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import type { CopiedPayload, ErrorCosts } from '../../src/model/report/costs.js';
import { hotpathBriefly } from '../support/briefly.js';
import { faultsOf } from '../support/published.js';
import { createWorkspace } from '../support/workspace.js';

const files = createWorkspace({
  'cyclic.mjs': 'const own = { a: 1, inside: { b: 2 } };\nown.self = own;\nexport default own;\n',
  'record.ts': [
    'export function toRecord(error: Error): object {',
    '  const causes = error.cause instanceof Error ? toRecord(error.cause) : null;',
    "  return { text: error.stack, lines: String(error.stack).split('\\n'), causes };",
    '}',
    '',
  ].join('\n'),
});
afterAll(() => files.remove());

it('copies: a deep copy takes longer than a shallow one, and that longer than none; a cycle is named', async () => {
  const words = [
    'copies',
    '--quick',
    '--shape',
    'objects',
    '--payload',
    'cyclic.mjs',
    '--json',
    files.path('copies.json'),
  ];
  const ended = await hotpathBriefly(files.folder, words);
  expect(ended.code, ended.err).toBe(0);
  expect(ended.out).toMatch(/│ JSON +│ +cycle │/);
  expect(Math.max(...ended.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  const found = JSON.parse(readFileSync(files.path('copies.json'), 'utf8')) as {
    payloads: readonly CopiedPayload[];
  };
  expect(faultsOf('copies', found)).toBeNull();
  const { payloads } = found;
  expect(payloads.map(({ name }) => name)).toEqual(['cyclic.mjs', 'objects']);
  const time = (name: string): number =>
    payloads[1]?.methods.find(({ method }) => method === name)?.cost?.time.mean ?? Number.NaN;
  expect(time('structuredClone')).toBeGreaterThan(5 * time('{ ...spread }'));
  expect(time('hand-written')).toBeGreaterThan(2 * time('none'));
  expect(time('{ ...spread }')).toBeGreaterThan(time('none'));
});

it('errors: five causes take longer to serialize than one, and source maps make the first stack slower', async () => {
  const words = [
    'errors',
    '--quick',
    '--depth',
    '12',
    '--serialize',
    'record.ts#toRecord',
    '--json',
    files.path('errors.json'),
  ];
  const ended = await hotpathBriefly(files.folder, words);
  expect(ended.code, ended.err).toBe(0);
  const found = JSON.parse(readFileSync(files.path('errors.json'), 'utf8')) as {
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
