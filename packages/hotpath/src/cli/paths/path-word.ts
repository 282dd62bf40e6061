import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../errors.js';
import { benchmarkLibraries } from '../../model/path/benchmark-libraries.js';
import { isSpec } from '../options/spec-name.js';
import { type PathOptions, statements } from './path-options.js';

/** What a word of the command line names. */
export type PathWord =
  | { readonly kind: 'specification' | 'benchmark'; readonly word: string }
  | {
      readonly kind: 'call';
      readonly word: string;
      /** A file or a package, as the user wrote it. */
      readonly module: string;
      /** `match`, `Router.match`, `Router.prototype.match`. */
      readonly target: string;
    };

const dotted = /^[\p{ID_Start}$_][\p{ID_Continue}$]*(?:\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u;

/** Reads a word. A file that exists is what its whole name says, even if that has a `#`. */
export function readPathWord(word: string, folder: string): PathWord {
  const at = word.lastIndexOf('#');
  const target = word.slice(at + 1);
  if (at <= 0 || !dotted.test(target) || existsSync(resolve(folder, word)))
    return { kind: isBenchmark(word, folder) ? 'benchmark' : 'specification', word };
  return { kind: 'call', word, module: word.slice(0, at), target };
}

const library = new RegExp(`['"](?:${Object.keys(benchmarkLibraries).join('|')})['"]`);

/** Whether a file is a script with cases: by its name, or because it names a benchmark library. */
function isBenchmark(word: string, folder: string): boolean {
  if (isSpec(word) || !/\.[cm]?[jt]sx?$/.test(word)) return false;
  const file = resolve(folder, word);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  return /\.bench(?:mark)?\.\w+$/.test(word) || library.test(readFileSync(file, 'utf8'));
}

/**
 * Whether a command's inputs are a path rather than profiles or a command. Throws a UserError where its options are those of a path and
 * there are several inputs.
 */
export function namesPath(
  words: readonly string[],
  options: PathOptions,
  folder: string,
): words is readonly [] | readonly [string] {
  const [word, ...others] = words;
  const [option] = statements(options);
  if (option !== undefined && others.length > 0)
    throw new UserError(
      `${option} is for one path, and there are ${words.length} inputs: ${words.join(' ')}`,
      'Leave one of them out.',
    );
  if (word === undefined || option !== undefined) return true;
  return others.length === 0 && (isSpec(word) || readPathWord(word, folder).kind !== 'specification');
}
