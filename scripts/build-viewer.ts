import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the browser code of pages into the package that writes them. */
const from = fileURLToPath(new URL('../../packages/viewer/src', import.meta.url));
const to = fileURLToPath(new URL('../../packages/hotpath/dist/viewer', import.meta.url));

await build({
  entryPoints: ['flame.ts', 'flame.css', 'report.ts', 'report.css'].map((file) => `${from}/${file}`),
  outdir: to,
  bundle: true,
  minify: true,
  format: 'iife',
  // Chrome and Edge 111, Firefox 115, Safari 16.4: all of 2023.
  target: ['chrome111', 'firefox115', 'safari16.4'],
  // Names and sources are text of the page, which says its encoding.
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
});
