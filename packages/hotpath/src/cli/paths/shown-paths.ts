import { UserError } from '../../errors.js';
import { statedFile, withoutMarks } from '../../model/path/import-from.js';
import { shownPath } from '../files/shown-path.js';
import type { Output } from '../output.js';
import type { StatedPath } from './stated-path.js';

/** A stated path whose specification is written. */
export interface WrittenPath {
  readonly path: StatedPath;
  /** Absolute path of the specification. */
  readonly file: string;
}

/** Names what the user wrote in texts that name written specifications and their imports. */
export function userWords(written: readonly WrittenPath[], folder: string): (text: string) => string {
  // Names below the folder of the user may have been shortened.
  const namesOf = (file: string): string[] => [file, shownPath(file, folder)];
  return (text) => {
    const named = written.reduce(
      (said, { path, file }) => namesOf(file).reduce((one, name) => inWords(one, name, path), said),
      withoutMarks(text),
    );
    return namesOf(statedFile(folder)).reduce(
      (one, name) => one.replaceAll(` imported from ${name}`, ''),
      named,
    );
  };
}

function inWords(text: string, file: string, { word, placeOf }: StatedPath): string {
  const [before = '', ...parts] = text.split(file);
  return parts.reduce((said, part) => {
    const [whole, line] = /^:(\d+)/.exec(part) ?? ['', ''];
    const place = line === '' ? null : placeOf(Number(line));
    return said + (place ?? word) + part.slice(whole.length);
  }, before);
}

/** Output whose messages have the user's words. */
export function outputInWords(output: Output, words: (text: string) => string): Output {
  return {
    ...output,
    err: (text) => output.err(words(text)),
    status: (text) => output.status(words(text)),
  };
}

/** What is thrown, with the user's words in messages. */
export function errorInWords(problem: unknown, words: (text: string) => string): unknown {
  if (!(problem instanceof UserError)) return problem;
  return new UserError(words(problem.message), words(problem.hint), problem.code);
}
