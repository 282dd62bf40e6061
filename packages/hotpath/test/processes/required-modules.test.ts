import { afterAll, describe, expect, it } from 'vitest';
import { variantQuery } from '../../src/measure/loader/addresses.js';
import { loaderFlags } from '../../src/measure/loader/node-20-loader.js';
import { hotpathBriefly } from '../support/briefly.js';
import { inPlace, inThread, loaderRunner } from '../support/run-in-loader.js';
import { createWorkspace, hotpath } from '../support/workspace.js';

/** Each program says what its modules share. Without variants, as plain Node runs it, there is one instance of all. */
const workspace = createWorkspace({
  'package.json':
    '{"name": "self", "exports": {"./inner": "./inner.cjs"}, "imports": {"#inner": "./inner.cjs"}}',
  'required.cjs': `
    const both = require('./both.mjs');
    const inner = require('./inner.cjs');
    const { add, ...facade } = require('with-default');
    const { createRequire } = require('node:module');
    const creator = require('./creator.mjs');
    const codeOf = (id) => { try { require(id); return 'loaded'; } catch (problem) { return problem.code ?? problem.message; } };
    exports.say = async () => ({
      same: [both === require('./both.mjs'), both.inner === inner, require('#inner') === inner, require('self/inner') === inner],
      facade: [facade.__esModule, typeof facade.default, require('with-default').default === facade.default],
      kinds: [require('dual').kind, (await import('dual')).kind, require('./named-exports.mjs')],
      created: [creator.inner === inner, creator.folder === inner, creator.both === both, creator.fs === require('fs')],
      createdHere: createRequire(__filename)('./inner.cjs') === inner,
      errors: ['./throws.mjs', './throws.mjs', './waits.mjs', './cycle.cjs', './none.mjs'].map(codeOf),
      imported: [(await import('./both.mjs')) === both, (await import(\`./\${'inner'}.cjs\`)).default === inner, (await import('./waits.mjs')).waited],
      notFound: await import('./none.mjs').catch((problem) => problem.code),
      notText: await import(Symbol()).catch((problem) => problem.name),
      counted: [both.count(), both.count(), inner.count()],
      data: ++require('./data.json').n,
      fresh: [delete require.cache[require.resolve('./inner.cjs')], require('./inner.cjs') === inner],
    });
  `,
  'both.mjs': `
    import inner from './inner.cjs';
    let counter = 0;
    export const count = () => ++counter;
    export { inner };
  `,
  'inner.cjs': 'let counter = 0; exports.count = () => ++counter;',
  'creator.mjs': `
    import Module, { createRequire } from 'node:module';
    const require = createRequire(import.meta.url);
    export const inner = require('./inner.cjs');
    export const both = require('./both.mjs');
    export const fs = require('fs');
    export const folder = Module.createRequire(new URL('./any/', import.meta.url))('../inner.cjs');
  `,
  'throws.mjs': 'throw Object.assign(new Error(), { code: "MINE" });',
  'waits.mjs': 'export const waited = await 1;',
  'cycle.cjs': 'require("./cycle.mjs");',
  'cycle.mjs': 'import "./cycle.cjs";',
  'named-exports.mjs': 'const own = "its own exports"; export { own as "module.exports" };',
  'data.json': '{"n": 0}',
  'node_modules/with-default/package.json': '{"type": "module", "exports": "./index.js"}',
  'node_modules/with-default/index.js': 'export default function add() {}',
  'node_modules/dual/package.json': '{"exports": {"import": "./index.mjs", "require": "./index.cjs"}}',
  'node_modules/dual/index.mjs': 'export const kind = "imported";',
  'node_modules/dual/index.cjs': 'exports.kind = "required";',
  'plain.mjs': `
    const { default: path } = await import('./required.cjs');
    console.log(JSON.stringify([await path.say(), await path.say()]));
  `,
  'variants.mjs': `
    const say = async (id) => {
      const { default: path } = await import('./required.cjs?${variantQuery}=' + id);
      return [await path.say(), await path.say()];
    };
    console.log(JSON.stringify([await say('one'), await say('two')]));
  `,
  'imported-first.mjs': `
    const same = async (id) => {
      const imported = await import('./both.mjs?${variantQuery}=' + id);
      const { default: creator } = await import('./creator.cjs?${variantQuery}=' + id);
      return creator.both === imported;
    };
    console.log(JSON.stringify([await same('one'), await same('two')]));
  `,
  'creator.cjs': 'exports.both = require("./both.mjs");',
});
afterAll(workspace.remove);

const run = loaderRunner(workspace);

describe('ES modules that CommonJS requires', () => {
  it('are in each variant what they are in plain Node', async () => {
    const [plain, variants] = await Promise.all([run('plain.mjs', []), run('variants.mjs', inPlace)]);
    expect(variants.err).toBe('');
    expect(variants.out).toEqual([plain.out, plain.out]);
  });

  it('are the same instance when they were imported before', async () => {
    const { out, err } = await run('imported-first.mjs', inPlace);
    expect(err).toBe('');
    expect(out).toEqual([true, true]);
  });

  it.runIf(loaderFlags.length > 0)('are refused by name where Node has one instance of them', async () => {
    const { err } = await run('variants.mjs', inThread);
    expect(err).toContain(`Error: ${workspace.path('both.mjs')} is an ES module that is required, and Node`);
  });
});

describe('.cts files with `import` and `export`', () => {
  const region = (name: string): string => `
    export function ${name}(n: number): number {
      // #region ${name}
      for (let i = 0; i < 20; i++) n = (n * 31 + i) | 0;
      // #endregion
      return n;
    }
  `;
  const compiled = createWorkspace({
    'base.cts': 'export const base: number = 3; export type Base = number;',
    'counted.cts': `
      import type { Base } from './base.cjs';
      import { base as own } from './base.cjs';
      import path = require('node:path');
      export * from './base.cjs';
      export let counter: Base = own;
      export const add = (): void => void counter++;
      export default path.sep;
    `,
    'importer.mts': `
      import counted, { add, base } from './counted.cjs';
      export const found = () => { add(); return [base, counted.default, counted.counter]; };
    `,
    'main.mjs': `
      const [one, two] = await Promise.all(['one', 'two'].map((id) => import('./importer.mts?${variantQuery}=' + id)));
      console.log(JSON.stringify([one.found(), one.found(), two.found()]));
    `,
    'work.cts': region('common'),
    'work.mts': region('modern'),
    'rows.hot.cts': `
      import { common } from './work.cjs';
      import { modern } from './work.mjs';
      export default { name: 'rows', run: () => common(1) + modern(2) };
    `,
  });
  afterAll(compiled.remove);
  const runCompiled = loaderRunner(compiled);

  it('are CommonJS with names that can be imported, an instance for each variant', async () => {
    const { out, err } = await runCompiled('main.mjs', inPlace);
    expect(err).toBe('');
    expect(out).toEqual([
      [3, '/', 4],
      [3, '/', 5],
      [3, '/', 4],
    ]);
  });

  it('and the modules that they require have rows', async () => {
    const { code, out, err } = await hotpathBriefly(compiled.folder, ['run', 'rows.hot.cts', '--quick']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^│ common .*\n│ modern /m);
  });
});

describe('files whose copies are shared', () => {
  const work = `
    export function work(n) {
      // #region turns
      for (let i = 0; i < 20; i++) n = (n * 31 + i) | 0;
      // #endregion
      return n + 1;
    }
  `;
  const shared = createWorkspace({
    'work.mjs': work,
    'kept.hot.mjs': `
      globalThis.kept ??= await import('./work.mjs');
      const { work } = globalThis.kept;
      export default { name: 'kept', run: () => work(1) };
    `,
    'evaluated.hot.cjs': `
      const load = new Function('file', 'return import(file)');
      let path;
      const setup = async () => { path = await load(__dirname + '/work.mjs'); };
      module.exports = { name: 'evaluated', sources: ['work.mjs'], setup, run: () => path.work(1) };
    `,
  });
  afterAll(shared.remove);

  it.each(['kept.hot.mjs', 'evaluated.hot.cjs'])('are refused by name, with no table: %s', async (spec) => {
    const { code, out, err } = await hotpath(shared.folder, ['run', spec, '--quick']);
    expect(err).toBe(
      `hotpath: ${spec}: work.mjs is not loaded anew for each copy of the path, so its rows cannot be measured\n` +
        '  Load the file by `import` or `require`, and keep nothing of it on `globalThis`.\n',
    );
    expect([code, out]).toEqual([3, '']);
  });
});
