import type { UserError } from '../errors.js';
import type { Output } from './output.js';

/** Prints a user's mistake: what and where, then what to do. Paths are shown relative to the folder. */
export function explain(problem: UserError, folder: string, output: Output): void {
  const short = (text: string): string => text.replaceAll(`${folder}/`, '');
  output.err(`hotpath: ${short(problem.message)}\n  ${short(problem.hint)}\n`);
}
