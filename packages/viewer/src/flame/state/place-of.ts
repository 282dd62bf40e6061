import { plainText } from '../../theme/plain-text.js';

/** Where a function stands, as people write it. */
export interface Place {
  /** `file:line:column`; empty for what is not script. */
  readonly full: string;
  /** The end of it, which says more than its beginning: from the package on, or the file in its folder, and its line. */
  readonly short: string;
}

export function placeOf(file: string, line: number, column: number): Place {
  // Rows of a ledger have a mark in place of a file.
  if (file === '' || file === 'hotpath:row') return { full: '', short: '' };
  const path = plainText(file.replace(/^file:\/\//, ''));
  const short = shortPath(path);
  if (line <= 0) return { full: path, short };
  return { full: `${path}:${line}${column > 0 ? `:${column}` : ''}`, short: `${short}:${line}` };
}

const packages = '/node_modules/';
const mostParts = 3;

function shortPath(path: string): string {
  const at = path.lastIndexOf(packages);
  if (at !== -1) return path.slice(at + packages.length);
  const parts = path.split('/');
  return parts.length > mostParts + 1 ? `…/${parts.slice(-mostParts).join('/')}` : path;
}
