import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measurement } from '../../model/measurement/measurement.js';
import type { HotPath } from '../../model/path/path.js';

/** Which module of ours makes a specification, by which of its exports, from what. */
export interface Experiment {
  /** A file's name in `costs/`, without its ending. */
  readonly module: 'copies' | 'errors';
  readonly make: string;
  readonly settings: object;
  /** Whether the process maps its stacks to the sources; it is decided before anything is loaded. */
  readonly sourceMaps?: boolean;
}

/** Writes a specification with its settings in it, which forks load like any other. Gives its path. */
export function writeSpecification(folder: string, name: string, experiment: Experiment): string {
  const { module, make, settings, sourceMaps = false } = experiment;
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

/** The path of a specification whose operations are known, so that no process need say so. */
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

/** What an experiment found, with the machine on which it was found; times are in ns. */
export function experimentJson(
  name: 'copies' | 'errors',
  measured: readonly Measurement[],
  found: object,
): string {
  const { environment, plan: { policy, seed } = {} } = measured[0] ?? {};
  return `${JSON.stringify({ schema: `hotpath/${name}@1`, unit: 'ns', environment, policy, seed, ...found }, null, 2)}\n`;
}
