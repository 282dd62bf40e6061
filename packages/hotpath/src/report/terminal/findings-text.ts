import type { Finding } from '../../model/report/finding.js';
import { wrap } from '../text/wrap.js';

/** Findings as text, each in a paragraph that ends with a line break; files in `folder` are shown relative to it. */
export function findingsText(
  findings: readonly Finding[],
  { width, folder }: { readonly width: number; readonly folder: string },
): string {
  return findings
    .map(({ severity, message, advice }) =>
      wrap(`${severity}: ${message.replaceAll(`${folder}/`, '')}. ${advice}`, width, '  '),
    )
    .map((text) => `${text}\n`)
    .join('');
}
