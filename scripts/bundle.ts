import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

/* Bundles into the package what cannot be loaded as a module: the browser code of pages, and what is preloaded into programs. */

const folder = (path: string): string => fileURLToPath(new URL(`../../packages/${path}`, import.meta.url));

const viewer: BuildOptions = {
  entryPoints: ['flame.ts', 'flame.css', 'report.ts', 'report.css'].map(
    (file) => `${folder('viewer/src')}/${file}`,
  ),
  outdir: folder('hotpath/dist/viewer'),
  bundle: true,
  minify: true,
  format: 'iife',
  // Chrome and Edge 111, Firefox 115, Safari 16.4: all of 2023.
  target: ['chrome111', 'firefox115', 'safari16.4'],
  // Names and sources are text of the page, which says its encoding.
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
};

const record = folder('hotpath/dist/observe/record');

/** What is loaded into recorded programs, whose own packages must not be asked for anything. */
const recorded: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
};

const hook: BuildOptions = {
  ...recorded,
  entryPoints: [`${record}/hook.js`],
  outfile: `${record}/hook.cjs`,
  format: 'cjs',
  banner: { js: "const hookUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'hookUrl' },
};

const splitter: BuildOptions = {
  ...recorded,
  entryPoints: [`${record}/split/splitter.js`],
  outfile: `${record}/splitter.cjs`,
  format: 'cjs',
};

const hooksThread: BuildOptions = {
  ...recorded,
  entryPoints: [`${record}/split/hooks-thread.js`],
  outfile: `${record}/split-hooks.mjs`,
  format: 'esm',
};

await Promise.all([viewer, hook, splitter, hooksThread].map((options) => build(options)));
