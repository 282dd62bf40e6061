import { afterAll, describe, expect, it } from 'vitest';
import { hotpathBriefly } from '../support/briefly.js';
import { hotpathInProcess } from '../support/in-process-built.js';
import { createWorkspace } from '../support/workspace.js';

const made = createWorkspace({
  'lib/router.ts': `
    let last: number | undefined;
    export function alternate(x: number, ...rest: number[]): number {
      if (x === last || rest.length !== x) throw new Error('not one after the other');
      last = x;
      return x;
    }
    export class Counter {
      #start: number;
      constructor(start: number) { this.#start = start; }
      add(by: number): number { return (this.#start += by); }
    }
    export const sort = (list: number[]): number[] => list.sort();
  `,
  'lib/broken.ts': 'export const a = ;\n',
  'node_modules/esm/package.json':
    '{"name": "esm", "type": "module", "exports": {".": "./i.js", "./sub": "./s.js"}}',
  'node_modules/esm/i.js': 'export const z = { string: (x) => ({ x }) };',
  'node_modules/esm/s.js': 'export default async (x) => { await null; return x; };',
  'node_modules/cjs/package.json': '{"name": "cjs"}',
  'node_modules/cjs/index.js':
    'const all = {}; for (const n of ["alpha"]) all[n] = (x) => x; module.exports = all;',
});
afterAll(made.remove);

async function reported(
  words: readonly string[],
): Promise<{ path: { name: string }; ledger: { total: { mean: number } } }> {
  const ended = await hotpathBriefly(made.folder, ['run', '--quick', '--json', '-', ...words]);
  expect(ended.err).toBe('');
  expect(ended.code).toBe(0);
  return JSON.parse(ended.out);
}

describe('hotpath run', () => {
  it('calls an exported function with one list of arguments after another', async () => {
    const words = ['lib/router.ts#alternate', '--args', '[0]', '--args', '[2, 5, 6]', '--args', '[1, 5]'];
    const { path, ledger } = await reported(words);
    expect(path.name).toBe('router.ts#alternate');
    expect(ledger.total.mean).toBeGreaterThan(0);
  });

  it('measures code, with what a setup imports from the folder', async () => {
    const setup =
      "import { z } from 'esm'; import later from 'esm/sub'; import { Counter } from './lib/router'; const { alpha } = require('cjs'); let n: number = 1;";
    const code = 'const c = new Counter(n).add(2);\nawait later(z.string(alpha(c)))';
    expect((await reported(['--eval', code, '--setup', setup])).path.name).toMatch(
      /^const c = .*; await later\(.*…$/,
    );
  });
});

describe('a path without a specification', () => {
  const refusals: readonly (readonly [readonly string[], string, string])[] = [
    [['lib/router.ts#alternat'], 'lib/router.ts: exports no "alternat"', 'There is alternate,'],
    [
      ['lib/router.ts#Counter'],
      'lib/router.ts#Counter: is a class',
      'lib/router.ts#Counter.prototype.METHOD',
    ],
    [['lib/router.ts#Counter.prototype.ad'], 'an instance of Counter has no "ad"', 'There is add'],
    [['lib/router.ts#sort', '--args', '[[3, 1, 2]]'], 'router.ts#sort: changes its arguments', '--eval'],
    [['lib/no.ts#f'], 'lib/no.ts: there is no such file, and no package', 'FILE#EXPORT'],
    [['./lib/no.ts#f'], './lib/no.ts: no such file', 'FILE#EXPORT'],
    [['esm/other#f'], 'esm/other: the package does not export this', 'package.json'],
    [['cjs#alpa'], 'cjs: exports no "alpa"', 'There is alpha'],
    [['lib/broken.ts#a'], 'lib/broken.ts#a: cannot be loaded: lib/broken.ts:1: syntax error', ''],
    [['--eval', 'x'], '--eval: `run` failed: ReferenceError: x is not defined (--eval:1)', ''],
    [['--eval', '1', '--setup', '\nthrow new Error("no luck")'], 'Error: no luck (--setup:2)', ''],
    [['--eval', '1', '--setup', 'import "nothing"'], "Cannot find package 'nothing'\n", ''],
    [['--eval', 'f('], '--eval:1:3: syntax error', ''],
    [['--from', 'x.json', '--eval', '1'], '--from reads a saved measurement', ''],
    [[], 'no path named', '--eval'],
  ];

  it.each(refusals)('is refused in one sentence: %j', async (words, message, hint) => {
    const ended = await hotpathInProcess(made.folder, ['run', ...words]);
    expect(ended.err).toContain(message);
    expect(ended.err).toContain(hint);
    expect(ended.err.trim().split('\n').length).toBe(2);
    expect(ended.code).toBe(2);
    expect(ended.out).toBe('');
    expect(ended.err).not.toContain('.hot.m');
  });

  it.each(['flame', 'functions', 'lines', 'verify', 'what-if'])('is taken by %s', async (command) => {
    const ended = await hotpathInProcess(made.folder, [command, 'lib/router.ts#alternat']);
    expect(ended.err).toContain('lib/router.ts: exports no "alternat"');
    expect(ended.code).toBe(2);
  });
});
