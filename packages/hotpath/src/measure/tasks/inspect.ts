import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Forks } from '../forks.js';
import type { Inspection } from '../task-results.js';
import { wholeVariant } from '../variant-jobs.js';

/** Loads a specification and lists the files that it loads. */
export async function inspect(forks: Forks, specFile: string): Promise<Inspection> {
  const loadedList = join(forks.folder, 'loaded.txt');
  const found = await forks.run({
    task: 'inspect',
    ...forks.baseOf(specFile),
    variants: [wholeVariant('base')],
    loadedList,
  });
  return { ...found, loaded: [...new Set(readFileSync(loadedList, 'utf8').trim().split('\n'))] };
}
