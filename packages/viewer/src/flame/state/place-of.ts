import { plainText } from '../../theme/plain-text.js';

/** The place of a function as text. */
export interface Place {
  /** `file:line:column`; empty for native code. */
  readonly full: string;
  /** The end of the path, from the package name on or the last three parts, with the line. */
  readonly short: string;
}

export function placeOf(file: string, line: number, column: number): Place {
  // Rows of a ledger carry this marker instead of a file.
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
