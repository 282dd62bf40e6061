import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ProgramFiles } from '../instrument/effects/program-files.js';
import { type ParsedSource, parseSource, scriptExtensions } from '../instrument/syntax/parse.js';
import type { HotPath } from '../model/path/path.js';
import { moduleCandidates } from '../source/module-candidates.js';
import { loadedNames } from './loaded-names.js';

/** The files of a path, each parsed once. */
export interface PathFiles extends ProgramFiles {
  /** Throws a UserError if the text has a syntax error. */
  parse(file: string): ParsedSource;
}

/** Relative imports lead to files that were loaded with the path; packages are not looked into. */
export function pathFiles({ loaded }: Pick<HotPath, 'loaded'>): PathFiles {
  const known = new Set(loaded);
  const nameOf = loadedNames(loaded);
  const parsed = new Map<string, ParsedSource>();
  const parse = (file: string): ParsedSource => {
    const source = parsed.get(file) ?? parseSource(file, readFileSync(file, 'utf8'));
    parsed.set(file, source);
    return source;
  };
  return {
    parse,
    imported: (from, specifier) => {
      if (!/^\.{1,2}\//.test(specifier)) return null;
      const target = resolve(dirname(from), specifier);
      const file = [target, ...moduleCandidates(target)]
        .map(nameOf)
        .find((one) => known.has(one) && scriptExtensions.test(one));
      return file === undefined ? null : parse(file);
    },
  };
}
