import { afterAll, describe, expect, it } from 'vitest';
import { variantQuery } from '../../src/measure/loader/addresses.js';
import { loaderFlags } from '../../src/measure/loader/node-20-loader.js';
import { inPlace, inThread, loaderRunner } from '../support/run-in-loader.js';
import { createWorkspace } from '../support/workspace.js';

/** A program whose modules say where they are and what they share with whom. */
const workspace = createWorkspace({
  'package.json': '{"type": "module"}',
  'main.js': `
    const [one, two] = await Promise.all(['one', 'two'].map((id) => import('./path.ts?${variantQuery}=' + id)));
    one.count(); one.count(); two.count();
    const missing = await import('./path.ts?${variantQuery}=one').then((path) => path.missing());
    console.log(JSON.stringify({ one: one.state(), two: two.state(), missing }));
  `,
  'path.ts': `
    import { basename } from 'node:path';
    import legacy from './legacy.cjs';
    import data from './data.json' with { type: 'json' };
    import { increase, value } from './counter.js';
    export const count: () => void = () => { increase(); legacy.increase(); };
    export const state = (): object => ({
      counter: value(), legacy: legacy.value(), data, name: basename(import.meta.url), other: import.meta.resolve('./counter.js'),
    });
    export const missing = (): Promise<string> => import('./missing.js').catch((problem) => problem.code);
  `,
  'counter.ts':
    'let counter = 0; export const increase = (): void => { counter++; }; export const value = (): number => counter;',
  'legacy.cjs': 'let counter = 0; exports.increase = () => { counter++; }; exports.value = () => counter;',
  'data.json': '{"known": true}',
  'threads.js': `
    import { readdirSync } from 'node:fs';
    await import('./counter.ts?${variantQuery}=one');
    console.log(readdirSync('/proc/self/task').length);
  `,
  'foreign-hooks.js': `
    export const load = async (url, context, next) =>
      url === 'foreign:one' ? { format: 'module', source: 'export default "foreign"', shortCircuit: true } : next(url, context);
    export const resolve = async (specifier, context, next) =>
      specifier === 'foreign:one' ? { url: specifier, shortCircuit: true } : next(specifier, context);
  `,
  'register-foreign.js':
    'import { register } from "node:module"; register("./foreign-hooks.js", import.meta.url);',
  'foreign-before.js': `
    const [one, two] = await Promise.all(['one', 'two'].map((id) => import('./counter.ts?${variantQuery}=' + id)));
    one.increase();
    console.log(JSON.stringify([(await import('foreign:one')).default, one.value(), two.value()]));
  `,
  'foreign.js': `
    import { register } from 'node:module';
    const before = await import('./counter.ts?${variantQuery}=one');
    register('./foreign-hooks.js', import.meta.url);
    const foreign = await import('foreign:one');
    const behind = await import('./counter.ts?${variantQuery}=two');
    before.increase();
    console.log(JSON.stringify([foreign.default, before.value(), behind.value()]));
  `,
});
afterAll(workspace.remove);

const run = loaderRunner(workspace);

describe.each([
  ['in place', inPlace],
  ['in a thread, or in place where Node offers that', inThread],
])('the loader with hooks %s', (_, flags) => {
  it('gives each variant its own instances, and files their own places', async () => {
    const { out, err } = await run('main.js', flags);
    expect(err).toBe('');
    const own = (counter: number): object => ({
      counter,
      legacy: counter,
      data: { known: true },
      name: 'path.ts',
      other: new URL('counter.ts', `file://${workspace.folder}/`).href,
    });
    expect(out).toEqual({ one: own(2), two: own(1), missing: 'ERR_MODULE_NOT_FOUND' });
  });

  it('stands beside hooks that the program brings', async () => {
    const { out, err } = await run('foreign.js', flags);
    expect(err).toBe('');
    expect(out).toEqual(['foreign', 1, 0]);
  });

  it('stands beside hooks that were registered before it', async () => {
    const before = ['--import', workspace.path('register-foreign.js')];
    const { out, err } = await run('foreign-before.js', [...before, ...flags]);
    expect(err).toBe('');
    expect(out).toEqual(['foreign', 1, 0]);
  });
});

it.runIf(loaderFlags.length > 0)('starts no thread where hooks run in place', async () => {
  const [alone, threaded] = await Promise.all([run('threads.js', inPlace), run('threads.js', inThread)]);
  expect(alone.out).toBe((threaded.out as number) - 1);
});
