import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HotPath } from '../../model/path/path.js';

/** How a specification of a cost study is made: by which export of which module, from which settings. */
export interface CostStudy {
  /** A file's name in `costs/`, without its extension. */
  readonly module: 'copies' | 'errors';
  readonly make: string;
  /** Becomes JSON. */
  readonly settings: object;
  /** Whether the fork maps its stacks to the sources; that is switched before anything else is loaded. */
  readonly sourceMaps?: boolean;
}

/** Writes a specification that contains its settings, so that forks load it like any other. Gives its path. */
export function writeSpecification(folder: string, name: string, study: CostStudy): string {
  const { module, make, settings, sourceMaps = false } = study;
  const url = new URL(`../../costs/${module}.js`, import.meta.url).href;
  const file = join(folder, `${name}.hot.mjs`);
  const text = [
    ...(sourceMaps ? ['process.setSourceMapsEnabled(true);'] : []),
    `const { ${make} } = await import(${JSON.stringify(url)});`,
    `export default await ${make}(${JSON.stringify(settings)});`,
  ];
  writeFileSync(file, `${text.join('\n')}\n`);
  return file;
}

/** The path of a specification whose operations are known, so that no fork has to inspect it. */
export function pathOf(file: string, name: string, operations: readonly string[]): HotPath {
  return {
    name,
    file,
    sources: [],
    functions: [],
    repeatable: [],
    operations: operations.map((operation) => ({
      id: `operation/${operation}`,
      name: operation,
      kind: 'beside',
      row: null,
    })),
    replacements: [],
    loaded: [],
  };
}
