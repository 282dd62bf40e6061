import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser';
import type { Area } from './layers.js';
import { notListed, rulesOf } from './rules.js';

/** Folders that hold nothing but tests, which are checked for circles. */
const testFolders = ['packages/fapilog/test', 'packages/hotpath/test'];

/** Everything that is wrong with the imports below a repository's root, a sentence each. */
export async function checkLayers(root: string, areas: readonly Area[]): Promise<readonly string[]> {
  const folders = [...areas.map(({ folder }) => folder), ...testFolders];
  const { output } = await cruise(
    folders.filter((folder) => existsSync(join(root, folder))),
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: rulesOf(areas) },
      // Types count: what a type needs, its reader has to know.
      tsPreCompilationDeps: true,
      doNotFollow: { path: '(^|/)(node_modules|dist)/' },
      exclude: { path: '^(scripts|subjects|truth|benchmarks)/dist/|^truth/node_modules/|/fixtures/' },
    },
    // As Node resolves packages.
    { exportsFields: ['exports'], conditionNames: ['node', 'import', 'default'] },
  );
  const { violations } = (output as ICruiseResult).summary;
  return [...new Set(violations.map(sentence))].sort();
}

function sentence({ from, to, rule, cycle }: IViolation): string {
  if (cycle) return circle(cycle.map(({ name }) => name));
  if (rule.name === notListed) return `${dirname(from)}: ${notListed}`;
  return `${from} imports ${to}: ${rule.name}`;
}

/** A circle is found from each of its files; named from the first in the alphabet, it is the same text. */
function circle(files: readonly string[]): string {
  const first = files.indexOf([...files].sort()[0] ?? '');
  const turned = [...files.slice(first), ...files.slice(0, first)];
  return `import circle: ${[...turned, ...turned.slice(0, 1)].join(' → ')}`;
}
