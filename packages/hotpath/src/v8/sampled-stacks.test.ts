import { describe, expect, it } from 'vitest';
import { type SampledNode, sampledStacks } from './sampled-stacks.js';

const node = (scriptName: string, hitCount: number, ...children: SampledNode[]): SampledNode => ({
  name: 'f',
  scriptName,
  lineNumber: 3,
  hitCount,
  children,
});

const filesOf = (scriptName: string): string | undefined =>
  sampledStacks(node('', 0, node(scriptName, 1)))[0]?.frames[0]?.file;

describe('sampled stacks', () => {
  it('has a stack for each node with samples, innermost frame first', () => {
    const root = node('', 0, node('/outer.js', 0, node('/inner.js', 2), node('/outer.js', 5)));
    expect(sampledStacks(root).map(({ frames, count }) => [count, frames.map(({ file }) => file)])).toEqual([
      [2, ['/inner.js', '/outer.js']],
      [5, ['/outer.js', '/outer.js']],
    ]);
  });

  it('leaves out samples in which no code ran', () => {
    const root = node('', 0, { ...node('', 9), name: '(program)' }, { ...node('', 9), name: '(idle)' });
    expect(sampledStacks(root)).toEqual([]);
  });

  it.each([
    [
      'file:///with%20space/C%23/100%25/a%3Fb/%5Bid%5D/x.mjs?hotpath=base',
      '/with space/C#/100%/a?b/[id]/x.mjs',
    ],
    ['/a?b/%41/100%/x.cjs', '/a?b/%41/100%/x.cjs'],
    ['file:///%E6%97%A5%E6%9C%AC/x.mjs#part', '/日本/x.mjs'],
    ['node:fs', 'node:fs'],
    ['evalmachine.<anonymous>', ''],
  ])('gives %s the file %s', (script, file) => {
    expect(filesOf(script)).toBe(file);
  });
});
