import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseSource } from '../../src/instrument/syntax/parse.js';
import { brokenEverywhere } from '../support/broken-everywhere.js';
import { checkInstrumented } from '../support/check-instrumented.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Longest file that is tried, in bytes; `npm run corpus` tries all. */
const most = Number(process.env.CORPUS_BYTES ?? 12_000);

describe('instrumented code', () => {
  it.each(['packages/hotpath/src', 'packages/fapilog/src', 'packages/viewer/src', 'truth', 'node_modules'])(
    'of %s parses, and keeps lines, functions and directives, with edits of every kind at every place',
    (folder) => {
      const faults: string[] = [];
      let [files, places] = [0, 0];
      for (const file of scriptsIn(join(root, folder))) {
        const text = readFileSync(file, 'utf8');
        if (!parses(file, text)) continue;
        const checked = checkInstrumented(file, text);
        files++;
        places += checked.places;
        faults.push(...checked.faults);
      }
      process.stdout.write(`corpus: ${folder}: ${files} files, ${places} places, ${faults.length} faults\n`);
      expect(faults.slice(0, 20)).toEqual([]);
      expect(places).toBeGreaterThan(100);
    },
    1_800_000,
  );
});

describe('a script of node_modules', () => {
  it('is the same program with a line end at every place that allows one', () => {
    let breaks = 0;
    const changed: string[] = [];
    for (const file of scriptsIn(join(root, 'node_modules'))) {
      const found = brokenEverywhere(readFileSync(file, 'utf8'));
      breaks += found?.breaks ?? 0;
      if (found && !found.isSame) changed.push(file);
    }
    expect(changed).toEqual([]);
    expect(breaks).toBeGreaterThan(100_000);
  }, 1_800_000);
});

function* scriptsIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'dist') yield* scriptsIn(path);
    const isScript = /\.[cm]?[jt]sx?$/.test(entry.name) && !/\.d\.[cm]?ts$/.test(entry.name);
    if (entry.isFile() && isScript && statSync(path).size <= most) yield path;
  }
}

/** Some packages ship files that show errors of syntax. */
function parses(file: string, text: string): boolean {
  try {
    parseSource(file, text);
    return true;
  } catch {
    return false;
  }
}
