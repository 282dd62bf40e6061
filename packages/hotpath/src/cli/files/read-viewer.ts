import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exitCode, UserError } from '../../errors.js';
import type { Viewer } from '../../report/pages/standalone-page.js';

/** The bundle of a page that the build put beside the compiled sources. */
export function readViewer(page: 'flame' | 'report'): Viewer {
  const read = (file: string): string =>
    readFileSync(fileURLToPath(new URL(`../../viewer/${file}`, import.meta.url)), 'utf8');
  try {
    return { script: read(`${page}.js`), style: read(`${page}.css`) };
  } catch {
    throw new UserError(
      'the code of pages is missing from this installation of hotpath',
      'Install hotpath again; in its repository: `npm run build`.',
      exitCode.usage,
    );
  }
}
