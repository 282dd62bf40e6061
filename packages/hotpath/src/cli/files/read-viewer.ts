import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exitCode, UserError } from '../../errors.js';
import type { Viewer } from '../../report/pages/standalone-page.js';

/** The browser code of a page, which the build bundles into `viewer/`. Throws a UserError when it is missing. */
export function readViewer(page: 'flame' | 'report'): Viewer {
  const read = (file: string): string =>
    readFileSync(fileURLToPath(new URL(`../../viewer/${file}`, import.meta.url)), 'utf8');
  try {
    return { script: read(`${page}.js`), style: read(`${page}.css`) };
  } catch {
    throw new UserError(
      'this installation of hotpath lacks the code of its HTML pages',
      'Install hotpath again; in its repository, run `npm run build`.',
      exitCode.usage,
    );
  }
}
