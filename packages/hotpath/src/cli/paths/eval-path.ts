import { evalSpecification } from '../../spec/stated/eval-specification.js';
import type { PathOptions } from './path-options.js';
import type { StatedPath } from './stated-path.js';

/** The paths that are stated as code. Throws a UserError for a mistake of syntax. */
export function evalPaths({ eval: codes = [], setup = '' }: PathOptions, folder: string): StatedPath[] {
  return codes.map((code) => {
    const { text, ...specification } = evalSpecification({ code, setup, folder });
    return { ...specification, word: '--eval', write: () => text };
  });
}
