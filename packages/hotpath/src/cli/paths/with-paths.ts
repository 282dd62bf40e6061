import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UserError } from '../../errors.js';
import { findSpec } from '../../spec/find-spec.js';
import type { CommandContext } from '../context.js';
import { createPathFiles } from '../files/path-files.js';
import { shownPath } from '../files/shown-path.js';
import { withTemporaryFolder } from '../files/temporary-folder.js';
import type { SessionOptions } from '../options/session-options.js';
import { callPath } from './call-path.js';
import { casePaths } from './case-paths.js';
import { checkStatement } from './check-statement.js';
import { evalPaths } from './eval-path.js';
import { type PathOptions, pathForms } from './path-options.js';
import { readPathWord } from './path-word.js';
import { errorInWords, outputInWords, userWords, type WrittenPath } from './shown-paths.js';
import type { StatedPath } from './stated-path.js';

/** What names paths: the file of a specification, or a statement. */
type NamedPath = string | StatedPath;

type Options = PathOptions & SessionOptions;

/**
 * Gives an action the specifications of the paths that a command line names, as absolute paths. What is stated without a specification
 * gets one in a temporary folder, which is removed when the action ends. The action's context and its errors have the user's words in
 * place of the names of those files; `isStated` tells them from the user's own. Throws a UserError for what names no path.
 */
export async function withPaths<T>(
  words: readonly string[],
  options: Options,
  context: CommandContext,
  action: (
    files: readonly string[],
    context: CommandContext,
    isStated: (file: string) => boolean,
  ) => Promise<T>,
): Promise<T> {
  return withTemporaryFolder(async (temporary) => {
    const named = await namedPaths(words, options, context, temporary);
    const written = writePaths(named, temporary);
    const stated = written.filter(isWritten);
    const inWords = userWords(stated, context.folder);
    const isStated = (file: string): boolean => stated.some((path) => path.file === file);
    try {
      const files = written.map((path) => (typeof path === 'string' ? path : path.file));
      return await action(files, { ...context, output: outputInWords(context.output, inWords) }, isStated);
    } catch (problem) {
      throw errorInWords(problem, inWords);
    }
  });
}

/** The names of the paths that a command line names; a specification is named by its file. */
export function pathNames(
  words: readonly string[],
  options: Options,
  context: CommandContext,
): Promise<string[]> {
  return withTemporaryFolder(async (temporary) => {
    const named = await namedPaths(words, options, context, temporary);
    return named.map((path) => (typeof path === 'string' ? shownPath(path, context.folder) : path.name));
  });
}

/** As `withPaths`, for commands that take one path. */
export function withPath<T>(
  word: string | undefined,
  options: Options,
  context: CommandContext,
  action: (file: string, context: CommandContext) => Promise<T>,
): Promise<T> {
  return withPaths(word === undefined ? [] : [word], options, context, (files, own) =>
    action(theOnly(files), own),
  );
}

async function namedPaths(
  words: readonly string[],
  options: Options,
  context: CommandContext,
  temporary: string,
): Promise<NamedPath[]> {
  const { folder } = context;
  const read = words.map((word) => readPathWord(word, folder));
  checkStatement(read, options);
  const named: NamedPath[] = [];
  for (const one of read) {
    if (one.kind === 'call') named.push(callPath(one, options, folder));
    else if (one.kind === 'benchmark')
      named.push(...(await casePaths(one.word, options, context, temporary)));
    else named.push(findSpec(one.word, folder));
  }
  named.push(...evalPaths(options, folder));
  if (named.length === 0) throw new UserError('no path named', `Give ${pathForms}, or --eval 'CODE'.`);
  return named;
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
    throw new UserError(
      `${files.length} paths named, and this command takes one`,
      'Give one of them; of a benchmark file, --case TEXT chooses one case.',
    );
  return file;
}
