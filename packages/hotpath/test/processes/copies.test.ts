import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { CopiedPayload } from '../../src/model/report/costs.js';
import { faultsOf } from '../support/published.js';
import { createWorkspace, hotpath } from '../support/workspace.js';

const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const files = createWorkspace({
  'no.json': '{',
  'array.json': '[1]',
  'number.json': '5',
  'deep.json': nested(1500),
  'none.mjs': 'export const payload = {};\n',
  'broken.mjs': 'export default {;\n',
  'text.txt': 'hello',
  'cyclic.mjs': 'const own = { a: 1, inside: { b: 2 } };\nown.self = own;\nexport default own;\n',
});
afterAll(() => files.remove());

describe('bad input of hotpath copies', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['nowhere.json', 'nowhere.json: no such file'],
    ['no.json', 'no.json: is not JSON'],
    ['array.json', 'the payload is not an object, it is an array'],
    ['number.json', 'the payload is not an object, it is a number'],
    ['deep.json', 'deeper than 1,000 levels'],
    ['none.mjs', 'none.mjs: has no default export'],
    ['broken.mjs', 'broken.mjs: cannot be loaded'],
    ['text.txt', 'is neither JSON nor a module'],
  ];
  it.each(cases)('%s', async (file, said) => {
    const ended = await hotpath(files.folder, ['copies', '--payload', file]);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain(said);
    expect(ended.err.trim().split('\n').length).toBeLessThanOrEqual(3);
  });

  it('an unknown shape', async () => {
    const ended = await hotpath(files.folder, ['copies', '--shape', 'square']);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('there is no shape "square"');
    expect(ended.err).toContain('flat-50');
  });
});

it('hotpath copies measures a shape and a payload with a cycle: deep above shallow above none', async () => {
  const words = ['copies', '--quick', '--shape', 'objects', '--payload', 'cyclic.mjs', '--json', 'out.json'];
  const ended = await hotpath(files.folder, words);
  expect(ended.code, ended.err).toBe(0);
  expect(ended.out).toMatch(/│ JSON +│ +cycle │/);
  expect(Math.max(...ended.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  const found = JSON.parse(readFileSync(files.path('out.json'), 'utf8')) as {
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
