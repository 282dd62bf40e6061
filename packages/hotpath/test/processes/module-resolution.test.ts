import { symlinkSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { variantQuery } from '../../src/measure/loader/addresses.js';
import { inPlace, inThread, loaderRunner } from '../support/run-in-loader.js';
import { createWorkspace } from '../support/workspace.js';

const workspace = createWorkspace({
  'package.json':
    '{"name": "self", "type": "module", "imports": {"#n": "./src/n.js"}, "exports": {"./n": "./src/n.js"}}',
  'base.json': `{ // the paths
    "compilerOptions": {
      "baseUrl": ".",
      "paths": { "@/*": ["./src/*"], "exact": ["./src/n.ts"], "mapped": ["./src/mapped"], "typed": ["./src/typed.d.ts"], },
    },
  }`,
  'tsconfig.json': '{ "extends": "./base.json", /* more */ "compilerOptions": { "strict": true, }, }',
  'src/n.ts': 'export const n: number = 2; export const url = import.meta.url;',
  'src/mapped.ts': 'export const from: string = "tsconfig";',
  'src/typed.d.ts': 'export const from: string;',
  'src/deep/index.ts': 'export const deep: number = 3;',
  'lib/index.ts': 'export const one: number = 1;',
  'lib/dot.ts': 'export * as dot from "."; export * as slash from "./"; export * as named from "./index";',
  'lib/sub/deeper/up.ts': 'export * as up from "../..";',
  'with-main/package.json': '{"main": "./x/main.js"}',
  'with-main/x/main.ts': 'export const main: number = 4;',
  'a#b%41 c?d/odd.ts':
    'export const url: string = import.meta.url; export const next = (await import("./next.js")).next;',
  'a#b%41 c?d/next.ts': 'export const next: number = 5;',
  'packages/lib/package.json': '{"name": "@me/lib", "type": "module", "exports": "./src/index.js"}',
  'packages/lib/src/index.ts': 'export * from "./part"; export const url = import.meta.url;',
  'packages/lib/src/part.ts': 'export const part: number = 6;',
  'node_modules/mapped/package.json': '{"main": "main.cjs"}',
  'node_modules/mapped/main.cjs': 'exports.from = "node_modules";',
  'node_modules/typed/package.json': '{"main": "main.cjs"}',
  'node_modules/typed/main.cjs': 'exports.from = "node_modules";',
  'node_modules/@me/read.md': '',
  'program.ts': `
    import { dot, named, slash } from './lib/dot.js';
    import { up } from './lib/sub/deeper/up';
    import * as imports from '#n';
    import * as self from 'self/n';
    import * as at from '@/n';
    import * as exact from 'exact';
    import * as base from 'src/n.js';
    import { deep } from '@/deep';
    import { from as mapped } from 'mapped';
    import { from as typed } from 'typed';
    import { main } from './with-main';
    import * as link from './linked/n';
    import { next, url as odd } from './a%23b%2541%20c%3Fd/odd.js';
    import * as lib from '@me/lib';
    import * as raw from './src/n.js?raw';
    export const found = {
      folder: [dot === named, slash === named, up === named],
      same: [imports, self, exact, base, link].map((one) => one === at),
      mapped, typed, deep, main, next, odd, part: lib.part, lib: lib.url, raw: raw.url, resolved: import.meta.resolve('./src/n.js'),
    };
  `,
  'javascript.js':
    "import { from } from 'mapped'; import { n } from '@/n'; export const found = { from, n };",
  'required.cts': `
    exports.found = {
      same: ['#n', 'self/n', '@/n.js', './linked/n'].map((id) => require(id) === require('./src/n')),
      mapped: require('mapped').from,
    };
  `,
  'main.js': `
    const found = async (file) => (await import(file + '?${variantQuery}=one')).found;
    console.log(JSON.stringify([await found('./program.ts'), await found('./javascript.js')]));
  `,
  'require.js': `
    const { found } = (await import('./required.cts?${variantQuery}=one')).default;
    console.log(JSON.stringify(found));
  `,
});
symlinkSync('src', workspace.path('linked'));
symlinkSync('../../packages/lib', workspace.path('node_modules/@me/lib'));
afterAll(workspace.remove);

const run = loaderRunner(workspace);
const urlOf = (name: string): string => pathToFileURL(workspace.path(name)).href;

describe.each([
  ['in place', inPlace],
  ['in a thread, or in place where Node offers that', inThread],
])('with hooks %s, modules are found as TypeScript finds them', (_, flags) => {
  it('by import', async () => {
    const { out, err } = await run('main.js', flags);
    expect(err).toBe('');
    const program = {
      folder: [true, true, true],
      same: [true, true, true, true, true],
      mapped: 'tsconfig',
      typed: 'node_modules',
      deep: 3,
      main: 4,
      next: 5,
      odd: urlOf('a#b%41 c?d/odd.ts'),
      part: 6,
      lib: urlOf('packages/lib/src/index.ts'),
      raw: `${urlOf('src/n.ts')}?raw`,
      resolved: urlOf('src/n.ts'),
    };
    expect(out).toEqual([program, { from: 'node_modules', n: 2 }]);
  });
});

it('modules are found as TypeScript finds them by require', async () => {
  const { out, err } = await run('require.js', inPlace);
  expect(err).toBe('');
  expect(out).toEqual({ same: [true, true, true, true], mapped: 'tsconfig' });
});
