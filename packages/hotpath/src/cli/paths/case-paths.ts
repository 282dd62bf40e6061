import { writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../../errors.js';
import { caseListSpecification, caseSpecification } from '../../spec/stated/benchmark-specification.js';
import type { CaseSummary } from '../../stated/benchmarks/case-path.js';
import type { CommandContext } from '../context.js';
import type { SessionOptions } from '../options/session-options.js';
import { settingsOf, withSession } from '../session/session.js';
import { chosenCases } from './chosen-cases.js';
import type { PathOptions } from './path-options.js';
import { errorInWords, userWords } from './shown-paths.js';
import { type StatedPath, statedModules } from './stated-path.js';

type Options = PathOptions & SessionOptions;

/** The chosen cases of a benchmark file as paths; prints which of them cannot be paths. Throws a UserError where there is none. */
export async function casePaths(
  word: string,
  options: Options,
  context: CommandContext,
  temporary: string,
): Promise<StatedPath[]> {
  const file = { word, url: pathToFileURL(resolve(context.folder, word)).href, stated: statedModules };
  const found = await listCases(word, caseListSpecification(file), options, context, temporary);
  const chosen = chosenCases(word, found, options.case);
  for (const { names, refused } of chosen)
    if (refused !== null)
      context.output.err(`hotpath: ${word}: ${names.join(' > ')} is left out: ${refused}\n`);
  const measurable = chosen.filter(({ refused }) => refused === null);
  if (measurable.length === 0)
    throw new UserError(
      `${word}: none of its cases can be a path`,
      'Measure what they call: FILE#EXPORT, or --eval.',
    );
  return measurable.map((one) => {
    const name = `${basename(word)}: ${one.names.join(' > ')}`;
    return {
      name,
      word: name,
      extension: '.mjs',
      write: () => caseSpecification(file, { ...one, name }),
      placeOf: () => null,
    };
  });
}

/** Loads the file in a fork and reads which cases it registers. */
async function listCases(
  word: string,
  text: string,
  options: Options,
  context: CommandContext,
  temporary: string,
): Promise<CaseSummary[]> {
  const list = join(temporary, 'cases.list.hot.mjs');
  writeFileSync(list, text);
  const path: StatedPath = { name: word, word, extension: '.mjs', write: () => text, placeOf: () => null };
  try {
    const { operations } = await withSession(
      word,
      settingsOf(options, context),
      context.output,
      ({ measurer }) => measurer.inspect(list),
    );
    return operations.map(({ name }) => JSON.parse(name) as CaseSummary);
  } catch (problem) {
    throw errorInWords(problem, userWords([{ path, file: list }], context.folder));
  }
}
