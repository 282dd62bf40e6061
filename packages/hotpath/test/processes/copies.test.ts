import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { copyLibraries, copyMethods } from '../../src/costs/copy-methods.js';
import { copyShapes } from '../../src/costs/copy-shapes.js';
import { copySafety } from '../../src/costs/probe-copies.js';
import { tryMethods } from '../../src/costs/try-methods.js';
import type { CopiedPayload } from '../../src/model/report/costs.js';
import { faultsOf } from '../support/published.js';
import { createWorkspace, hotpath } from '../support/workspace.js';

const require = createRequire(import.meta.url);
const libraries = Object.fromEntries(
  copyLibraries.map((name) => [name, pathToFileURL(require.resolve(name)).href]),
);
const methods = await copyMethods(libraries);
const safety = Object.fromEntries(methods.map((method) => [method.name, copySafety(method)]));

describe('what copies keep', () => {
  const order = [
    'cycle',
    'Date',
    'Map',
    'typed array',
    'undefined',
    'function',
    'symbol key',
    'getter',
    'prototype',
  ];
  const cases: readonly (readonly [string, string])[] = [
    ['none', 'shared shared shared shared shared shared shared shared shared'],
    ['{ ...spread }', 'shared shared shared shared yes yes yes no no'],
    ['fromEntries(entries)', 'shared shared shared shared yes yes no no no'],
    ['for-in loop', 'shared shared shared shared yes yes no no no'],
    ['freeze({ ...spread })', 'shared shared shared shared yes yes yes no no'],
    ['structuredClone', 'yes yes yes yes yes throws no no no'],
    ['JSON', 'throws no no no no no no no no'],
    ['v8.serialize', 'yes yes yes yes yes throws no no no'],
    ['hand-written', 'throws yes yes shared yes yes no no no'],
    ['rfdc', 'throws yes yes yes yes yes no no no'],
    ['klona', 'throws yes yes yes yes yes no no yes'],
    ['fast-copy', 'yes yes yes yes yes yes yes no yes'],
  ];
  it.each(cases)('%s: %s', (name, kept) => {
    expect(order.map((probe) => safety[name]?.keeps[probe]).join(' ')).toBe(kept);
  });

  it('and they protect as deep as they copy, and the copy itself where it is frozen', () => {
    const protections = (name: string) => safety[name]?.protects;
    expect(protections('none')).toEqual({ top: false, nested: false, holder: false });
    expect(protections('Object.assign')).toEqual({ top: true, nested: false, holder: false });
    expect(protections('freeze({ ...spread })')).toEqual({ top: true, nested: false, holder: true });
    for (const { name, kind } of methods.filter((method) => method.kind === 'deep'))
      expect(protections(name), kind).toEqual({ top: true, nested: true, holder: false });
  });
});

describe('what is copied', () => {
  it('has a log payload of 54 bytes of JSON, and one padded to 256', () => {
    const bytes = (name: string) =>
      JSON.stringify(copyShapes.find((shape) => shape.name === name)?.make()).length;
    expect([bytes('story'), bytes('story-256')]).toEqual([54, 256]);
  });

  it('is in dictionary mode where it is said to be', async () => {
    const { setFlagsFromString } = await import('node:v8');
    setFlagsFromString('--allow-natives-syntax');
    const isFast = new Function('payload', 'return %HasFastProperties(payload)') as (
      payload: unknown,
    ) => boolean;
    const fast = copyShapes.filter((shape) => isFast(shape.make())).map(({ name }) => name);
    expect(fast).not.toContain('dictionary');
    expect(fast).toContain('flat-50');
  });

  it('is copied by every method, and where one cannot it says why', () => {
    const cyclic: Record<string, unknown> = { call: () => 5 };
    cyclic.self = cyclic;
    const refusals = Object.fromEntries(
      tryMethods(methods, cyclic).map(({ method, refusal }) => [method.name, refusal]),
    );
    expect(refusals).toMatchObject({
      '{ ...spread }': null,
      JSON: 'cycle',
      rfdc: 'cycle',
      'fast-copy': null,
      structuredClone: 'cannot be cloned',
    });
    for (const { make } of copyShapes)
      expect(tryMethods(methods, make()).filter(({ refusal }) => refusal !== null)).toEqual([]);
  });
});

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
