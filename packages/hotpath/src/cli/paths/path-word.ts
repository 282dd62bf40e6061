import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { isSpec } from '../options/spec-name.js';

/** What a word of the command line names. */
export type PathWord =
  | { readonly kind: 'specification'; readonly word: string }
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
    return { kind: 'specification', word };
  return { kind: 'call', word, module: word.slice(0, at), target };
}

/** Whether a word names a path rather than a profile or a command. */
export function namesPath(word: string, folder: string): boolean {
  return isSpec(word) || readPathWord(word, folder).kind === 'call';
}
