import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLayers } from './check-layers.js';
import { areas } from './layers.js';

const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));

it('the imports of this repository keep to the layers', async () => {
  expect(await checkLayers(repositoryRoot, areas)).toEqual([]);
});

it('the table lists only rooms that exist', () => {
  const rooms = areas.flatMap((area) => Object.keys(area.rooms).map((room) => join(area.folder, room)));
  expect(rooms.filter((room) => !existsSync(join(repositoryRoot, room)))).toEqual([]);
});

/** Imports of a made-up repository, by file; every file is there. */
const allowed: Readonly<Record<string, string>> = {
  'packages/hotpath/src/errors.ts': '',
  'packages/hotpath/src/model/report/row.ts': '',
  'packages/hotpath/src/stats/mean.ts': "import { join } from 'node:path';",
  'packages/hotpath/src/estimate/words.ts': '',
  'packages/hotpath/src/estimate/forks/a.ts': "import '../../stats/mean.js'; import '../words.js';",
  'packages/hotpath/src/estimate/ledger/a.ts': "import '../forks/a.js'; import '../../model/report/row.js';",
  'packages/hotpath/src/estimate/gains/a.ts': '',
  'packages/hotpath/src/measure/fork/a.ts': "import 'oxc-parser';",
  'packages/hotpath/src/sessions/a.ts': "import '../estimate/ledger/a.js'; import '../measure/fork/a.js';",
  'packages/hotpath/src/sessions/a.test.ts': "import '../../../fapilog/src/logger.js'; import 'vitest';",
  'packages/hotpath/test/sample.ts': "import '../src/sessions/a.js';",
  'packages/viewer/src/report/a.ts': "import type {} from '../../../hotpath/src/model/report/row.js';",
  'packages/fapilog/src/logger.ts': "import 'sonic-boom'; import './handoff/loop.js';",
  'packages/fapilog/src/handoff/loop.ts': '',
  'subjects/a.hot.ts': "import 'hotpath'; import '../packages/fapilog/src/logger.js';",
  'scripts/reproduction/a.ts': "import 'hotpath/cli';",
  'scripts/findings/a.ts': "import '../reproduction/a.js';",
  'truth/a.ts': "import './paths/a.js';",
  'truth/paths/a.ts': '',
  'benchmarks/loggers/candidates/a.ts': "import 'pino';",
  'benchmarks/loggers/child/a.ts': "import '../candidates/a.js';",
};

const listedOnly = 'may import from outside only what scripts/layers/layers.ts lists';

/** A made-up violation of each rule: the file, the line added to it, and what the check says. */
const violations: readonly (readonly [rule: string, file: string, line: string, problem: string])[] = [
  [
    'a room imports one that it may not',
    'packages/hotpath/src/estimate/gains/a.ts',
    "import '../../measure/fork/a.js';",
    'imports packages/hotpath/src/measure/fork/a.ts: estimate may import errors.ts, model, stats, profiles',
  ],
  [
    'a room imports nothing, not even types',
    'packages/hotpath/src/model/report/row.ts',
    "import type {} from '../../stats/mean.js';",
    'imports packages/hotpath/src/stats/mean.ts: model may import no other room',
  ],
  [
    'a room imports a neighbour that it may not',
    'packages/hotpath/src/estimate/forks/a.ts',
    "import type {} from '../gains/a.js';",
    'imports packages/hotpath/src/estimate/gains/a.ts: estimate/forks may import estimate/batches',
  ],
  [
    'a file in the root of hotpath imports a stage',
    'packages/hotpath/src/errors.ts',
    "export * from './measure/fork/a.js';",
    'imports packages/hotpath/src/measure/fork/a.ts: errors.ts may import no other room',
  ],
  [
    'a file stands in a folder that the table does not list',
    'packages/hotpath/src/estimate/helpers/a.ts',
    "import '../words.js';",
    'packages/hotpath/src/estimate/helpers: this folder is not listed in scripts/layers/layers.ts',
  ],
  [
    'hotpath imports a package that it does not list',
    'packages/hotpath/src/stats/mean.ts',
    "import 'left-pad';",
    `imports left-pad: packages/hotpath/src ${listedOnly}`,
  ],
  [
    'a package is imported when it is needed',
    'packages/hotpath/src/stats/mean.ts',
    "const later = () => import('right-pad');",
    `imports right-pad: packages/hotpath/src ${listedOnly}`,
  ],
  [
    'fapilog imports hotpath',
    'packages/fapilog/src/logger.ts',
    "import '../../hotpath/src/stats/mean.js';",
    `imports packages/hotpath/src/stats/mean.ts: packages/fapilog/src ${listedOnly}`,
  ],
  [
    'fapilog imports hotpath by its name',
    'packages/fapilog/src/handoff/loop.ts',
    "import type {} from 'hotpath';",
    `imports hotpath: packages/fapilog/src ${listedOnly}`,
  ],
  [
    'the viewer imports code of the model',
    'packages/viewer/src/report/a.ts',
    "import '../../../hotpath/src/model/report/row.js';",
    'imports packages/hotpath/src/model/report/row.ts: packages/viewer/src may import types of packages/hotpath/src/model, and no code',
  ],
  [
    'the viewer imports types of another room',
    'packages/viewer/src/report/a.ts',
    "import type {} from '../../../hotpath/src/stats/mean.js';",
    `imports packages/hotpath/src/stats/mean.ts: packages/viewer/src ${listedOnly}`,
  ],
  [
    'a script imports a source of hotpath',
    'scripts/findings/a.ts',
    "import type {} from '../../packages/hotpath/src/model/report/row.js';",
    `imports packages/hotpath/src/model/report/row.ts: scripts ${listedOnly}`,
  ],
  [
    'a script imports the room that uses it',
    'scripts/reproduction/a.ts',
    "import '../profile/a.js';",
    'imports scripts/profile/a.ts: reproduction may import no other room',
  ],
  ['a truth path imports hotpath', 'truth/a.ts', "import 'pino';", `imports pino: truth ${listedOnly}`],
  [
    'a benchmark’s candidate imports what measures it',
    'benchmarks/loggers/candidates/a.ts',
    "import type {} from '../child/b.js';",
    'imports benchmarks/loggers/child/b.ts: loggers/candidates may import no other room',
  ],
  [
    'a subject imports a script',
    'subjects/a.hot.ts',
    "import '../scripts/findings/b.js';",
    `imports scripts/findings/b.ts: subjects ${listedOnly}`,
  ],
];

const more = ['scripts/profile/a.ts', 'scripts/findings/b.ts', 'benchmarks/loggers/child/b.ts'];

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), `${text}\nexport {};\n`);
}

/** A repository with the allowed imports and some lines more, by file. */
function repository(lines: readonly (readonly [file: string, line: string])[]): string {
  const root = mkdtempSync(join(tmpdir(), 'layers-'));
  folders.push(root);
  const files = { ...allowed };
  for (const file of more) files[file] ??= '';
  for (const [file, line] of lines) files[file] = `${files[file] ?? ''}\n${line}`;
  for (const [file, text] of Object.entries(files)) write(root, file, text);
  return root;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('in a made-up repository', () => {
  let problems: readonly string[] = [];
  beforeAll(async () => {
    problems = await checkLayers(repository(violations.map(([, file, line]) => [file, line])), areas);
  });

  it('imports that the table lists are allowed', async () => {
    expect(await checkLayers(repository([]), areas)).toEqual([]);
  });

  it.each(violations)('%s: an error', (_, file, __, problem) => {
    expect(problems).toContain(problem.startsWith('imports') ? `${file} ${problem}` : problem);
  });

  it('nothing else is an error', () => {
    expect(problems).toHaveLength(violations.length);
  });
});

describe('an import circle', () => {
  it('is an error inside a room, through types alone, and between files of tests', async () => {
    const root = repository([
      ['packages/hotpath/src/stats/mean.ts', "import './sum.js';"],
      ['packages/hotpath/src/stats/sum.ts', "import './mean.js';"],
      ['truth/paths/a.ts', "import type {} from './b.js';"],
      ['truth/paths/b.ts', "import type {} from './c.js';"],
      ['truth/paths/c.ts', "import type {} from './a.js';"],
      ['packages/hotpath/test/a.ts', "import type {} from './b.js';"],
      ['packages/hotpath/test/b.ts', "import './a.js';"],
    ]);
    expect(await checkLayers(root, areas)).toEqual([
      'import circle: packages/hotpath/src/stats/mean.ts → packages/hotpath/src/stats/sum.ts → packages/hotpath/src/stats/mean.ts',
      'import circle: packages/hotpath/test/a.ts → packages/hotpath/test/b.ts → packages/hotpath/test/a.ts',
      'import circle: truth/paths/a.ts → truth/paths/b.ts → truth/paths/c.ts → truth/paths/a.ts',
    ]);
  });
});
