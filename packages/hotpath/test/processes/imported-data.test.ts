import { writeFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { afterAll, describe, expect, it } from 'vitest';
import { loaderFlags } from '../../src/measure/loader/node-20-loader.js';
import { canRequireModules } from '../../src/measure/loader/require-module.js';
import { inPlace, inThread, loaderRunner } from '../support/run-in-loader.js';
import { createWorkspace } from '../support/workspace.js';

/** Exports `count`, which adds one to a global of the module. */
const code = '05636f756e7400000a0d010b00230041016a240023000b';
const wasm = Buffer.from(`0061736d010000000105016000017f030201000606017f0141000b070901${code}`, 'hex');

const workspace = createWorkspace({
  'data.json': '{"n": 0}',
  'broken.json': '{"n": ',
  'path.mjs': `
    import { createRequire } from 'node:module';
    import data from './data.json' with { type: 'json' };
    import { count } from './counter.wasm';
    const codeOf = (problem) => problem.code ?? problem.name;
    const innerIsSame = () => { try { return createRequire(import.meta.url)('./inner.mjs').default === data; } catch { return null; } };
    export const add = () => [++data.n, count()];
    export const facts = async () => ({
      required: createRequire(import.meta.url)('./data.json') === data,
      again: (await import('./data.json', { with: { type: 'json' } })).default === data,
      inner: innerIsSame(),
      untyped: await import('./data.json').catch(codeOf),
      broken: await import('./broken.json', { with: { type: 'json' } }).catch(codeOf),
    });
  `,
  'inner.mjs': `export { default } from './data.json' with { type: 'json' };`,
  'variants.mjs': `
    const one = await import('./path.mjs?hotpath=one');
    const two = await import('./path.mjs?hotpath=two');
    const said = { counts: [one.add(), one.add(), two.add()], one: await one.facts(), two: await two.facts() };
    process.stdout.write(JSON.stringify(said));
  `,
});
writeFileSync(workspace.path('counter.wasm'), wasm);
afterAll(workspace.remove);

const wasmFlag = '--experimental-wasm-modules';
const needed = process.allowedNodeEnvironmentFlags.has(wasmFlag) ? [wasmFlag] : [];

/** Node asks no hooks thread about ES modules that are required: the loader refuses them there. */
const hasHooks = 'registerHooks' in nodeModule;

describe.each([
  ['in place', inPlace, canRequireModules() && (hasHooks || loaderFlags.length > 0)],
  ['in a thread', inThread, canRequireModules() && hasHooks],
])('imported JSON and WebAssembly, with hooks %s', (_, flags, mayRequire) => {
  it('have an instance in each variant, and are else as Node has them', async () => {
    const facts = {
      required: true,
      again: true,
      inner: mayRequire ? true : null,
      untyped: expect.stringMatching(/^ERR_IMPORT_(ATTRIBUTE|ASSERTION)/),
      broken: 'SyntaxError',
    };
    const { out, err } = await loaderRunner(workspace)('variants.mjs', [...needed, ...flags]);
    expect(err).toBe('');
    expect(out).toEqual({
      counts: [
        [1, 1],
        [2, 2],
        [1, 1],
      ],
      one: facts,
      two: facts,
    });
  });
});
