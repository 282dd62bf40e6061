import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { copyLibraries, copyMethods } from './copy-methods.js';
import { copyShapes } from './copy-shapes.js';
import { copySafety } from './probe-copies.js';
import { tryMethods } from './try-methods.js';

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

  it('protect the original as deep as they copy; freezing protects the copy itself', () => {
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

  it('has its dictionary shape in dictionary mode, and flat-50 in fast mode', async () => {
    const { setFlagsFromString } = await import('node:v8');
    setFlagsFromString('--allow-natives-syntax');
    const isFast = new Function('payload', 'return %HasFastProperties(payload)') as (
      payload: unknown,
    ) => boolean;
    const fast = copyShapes.filter((shape) => isFast(shape.make())).map(({ name }) => name);
    expect(fast).not.toContain('dictionary');
    expect(fast).toContain('flat-50');
  });

  it('is copied by every method, or refused with a reason', () => {
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
