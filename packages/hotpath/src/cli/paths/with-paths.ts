import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UserError } from '../../errors.js';
import { findSpec } from '../../spec/find-spec.js';
import type { CommandContext } from '../context.js';
import { createPathFiles } from '../files/path-files.js';
import { withTemporaryFolder } from '../files/temporary-folder.js';
import { callPath } from './call-path.js';
import { checkStatement } from './check-statement.js';
import { evalPaths } from './eval-path.js';
import { type PathOptions, pathForms } from './path-options.js';
import { readPathWord } from './path-word.js';
import { errorInWords, outputInWords, userWords, type WrittenPath } from './shown-paths.js';
import type { StatedPath } from './stated-path.js';

/** What names paths: the file of a specification, or a statement. */
type NamedPath = string | StatedPath;

/**
 * Gives an action the specifications of the paths that a command line names, as absolute paths. What is stated without a specification
 * gets one in a temporary folder, which is removed when the action ends. The action's context and its errors have the user's words in
 * place of the names of those files. Throws a UserError for what names no path.
 */
export async function withPaths<T>(
  words: readonly string[],
  options: PathOptions,
  context: CommandContext,
  action: (files: readonly string[], context: CommandContext) => Promise<T>,
): Promise<T> {
  const named = namedPaths(words, options, context.folder);
  if (named.length === 0) throw new UserError('no path named', `Give ${pathForms}, or --eval 'CODE'.`);
  if (named.every((path) => typeof path === 'string')) return action(named, context);
  return withTemporaryFolder(async (temporary) => {
    const written = writePaths(named, temporary);
    const inWords = userWords(written.filter(isWritten), context.folder);
    try {
      const files = written.map((path) => (typeof path === 'string' ? path : path.file));
      return await action(files, { ...context, output: outputInWords(context.output, inWords) });
    } catch (problem) {
      throw errorInWords(problem, inWords);
    }
  });
}

/** As `withPaths`, for commands that take one path. */
export function withPath<T>(
  word: string | undefined,
  options: PathOptions,
  context: CommandContext,
  action: (file: string, context: CommandContext) => Promise<T>,
): Promise<T> {
  return withPaths(word === undefined ? [] : [word], options, context, (files, own) =>
    action(theOnly(files), own),
  );
}

function namedPaths(words: readonly string[], options: PathOptions, folder: string): NamedPath[] {
  const read = words.map((word) => readPathWord(word, folder));
  checkStatement(read, options);
  const named = read.map((one) =>
    one.kind === 'call' ? callPath(one, options, folder) : findSpec(one.word, folder),
  );
  return [...named, ...evalPaths(options, folder)];
}

function writePaths(named: readonly NamedPath[], temporary: string): (string | WrittenPath)[] {
  const fileOf = createPathFiles(() => false);
  return named.map((path) => {
    if (typeof path === 'string') return path;
    const ending = `.hot${path.extension}`;
    const file = fileOf(path.name, (stem) => join(temporary, `${stem}${ending}`));
    writeFileSync(file, path.write(temporary, basename(file, ending)));
    return { path, file };
  });
}

function isWritten(path: string | WrittenPath): path is WrittenPath {
  return typeof path !== 'string';
}

function theOnly(files: readonly string[]): string {
  const [file, ...others] = files as [string, ...string[]];
  if (others.length > 0)
    throw new UserError(`${files.length} paths named, and this command takes one`, 'Give one of them.');
  return file;
}
