import { writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../../errors.js';
import { scriptAt } from '../../measure/loader/script-at.js';
import { importFrom } from '../../model/path/import-from.js';
import { callSpecification } from '../../spec/stated/call-specification.js';
import type { StatedArguments } from '../../stated/argument-lists.js';
import type { PathOptions } from './path-options.js';
import type { PathWord } from './path-word.js';
import { argumentFile, argumentList } from './read-arguments.js';
import { type StatedPath, statedModules } from './stated-path.js';

/** The path that calls a function that a word names. Throws a UserError for bad arguments and for a file that does not exist. */
export function callPath(
  { word, module, target }: Extract<PathWord, { kind: 'call' }>,
  options: PathOptions,
  folder: string,
): StatedPath {
  const given = argumentsOf(options, folder);
  if (options.thisArgs !== undefined && !target.includes('.prototype.'))
    throw new UserError(
      `${word}: --this-args is for a method of an instance`,
      'Write FILE#Class.prototype.method.',
    );
  const file = fileOf(module, folder);
  const name = `${file === null ? module : basename(module)}#${target}`;
  const specifier = file === null ? importFrom(folder, module) : pathToFileURL(file).href;
  const lengths = given.calls.map(({ length }) => length);
  return {
    name,
    word,
    extension: '.mjs',
    write(temporary, stem) {
      const argumentsFile = `${stem}.arguments.json`;
      writeFileSync(join(temporary, argumentsFile), JSON.stringify(given));
      const references = { stated: statedModules, argumentsFile };
      return callSpecification({ name, module, specifier, target, lengths, folder }, references);
    },
    placeOf: () => null,
  };
}

function argumentsOf({ args = [], argsFile = [], thisArgs }: PathOptions, folder: string): StatedArguments {
  const calls = [
    ...args.map((text) => argumentList('--args', text)),
    ...argsFile.map((name) => argumentFile(name, folder)),
  ];
  return {
    calls: calls.length > 0 ? calls : [[]],
    construction: thisArgs === undefined ? [] : argumentList('--this-args', thisArgs),
  };
}

/** The file that a module's name leads to; null where it is left to Node, as a package. */
function fileOf(module: string, folder: string): string | null {
  const file = scriptAt(resolve(folder, module));
  if (file !== null) return file;
  if (/^(?:\.{0,2}\/|\.{1,2}$)/.test(module))
    throw new UserError(`${module}: no such file`, 'Write FILE#EXPORT or PACKAGE#EXPORT.');
  return null;
}
