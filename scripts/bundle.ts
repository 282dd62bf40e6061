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

const hook: BuildOptions = {
  entryPoints: [`${record}/hook.js`],
  outfile: `${record}/hook.cjs`,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  banner: { js: "const hookUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'hookUrl' },
  logLevel: 'warning',
};

await Promise.all([build(viewer), build(hook)]);
