import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { countCalls } from '../../dist/observe/record/record-program.js';
import { outlineScript } from '../../src/instrument/syntax/outline.js';
import { parseSource } from '../../src/instrument/syntax/parse.js';
import { hitCounter } from '../../src/sessions/lines/hits.js';
import { openScripts } from '../../src/source/scripts.js';
import type { Counted } from '../../src/v8/counted.js';
import { countedProgram, countedStatements } from '../support/counted-program.js';
import { randomProgram } from '../support/random-program.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';

const folders: Workspace[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

/** Runs programs with statements that count themselves, and again while V8 counts. */
async function countedTwice(
  programs: readonly string[],
): Promise<{ truth: readonly Record<string, number>[]; counted: readonly Counted[]; files: string[] }> {
  const workspace = createWorkspace({
    'main.cjs': [
      `const { writeFileSync } = require('node:fs');`,
      `const hits = []; let own; globalThis.hit = (i) => { own[i] = (own[i] ?? 0) + 1; };`,
      `(async () => {`,
      `  for (let n = 0; n < ${programs.length}; n++) {`,
      `    hits.push((own = {}));`,
      `    try { await require('./' + process.argv[2] + n + '.cjs')(() => {}); } catch {}`,
      `  }`,
      `  if (process.argv[2] === 'counting') writeFileSync('hits.json', JSON.stringify(hits));`,
      `})();`,
    ].join('\n'),
    ...Object.fromEntries(
      programs.flatMap((program, n) => [
        [`plain${n}.cjs`, `${program}\nmodule.exports = main;`],
        [`counting${n}.cjs`, `${countedProgram(program)}\nmodule.exports = main;`],
      ]),
    ),
  });
  folders.push(workspace);
  mkdirSync(workspace.path('counts'));
  const recording = {
    workingFolder: workspace.folder,
    folder: workspace.path('counts'),
    intervalUs: 0,
    subprocesses: false,
    inlining: true,
    split: false,
    signal: new AbortController().signal,
  };
  const run = (kind: string) => countCalls({ ...recording, command: [process.execPath, 'main.cjs', kind] });
  await run('counting');
  const truth = JSON.parse(readFileSync(workspace.path('hits.json'), 'utf8')) as Record<string, number>[];
  mkdirSync(workspace.path('counts2'));
  const counted = await countCalls({
    ...recording,
    folder: workspace.path('counts2'),
    command: [process.execPath, 'main.cjs', 'plain'],
  });
  return { truth, counted, files: programs.map((_, n) => workspace.path(`plain${n}.cjs`)) };
}

function differences(
  programs: readonly string[],
  { truth, counted, files }: Awaited<ReturnType<typeof countedTwice>>,
): string[] {
  const hitsOf = hitCounter(
    counted,
    openScripts(counted.flatMap(({ thread }) => thread?.scripts ?? [])).read,
    1,
  );
  return programs.flatMap((program, n) => {
    const hits = hitsOf(files[n] as string);
    const { statements } = outlineScript(parseSource('/program.js', program));
    return [...countedStatements(program)].flatMap((index) => {
      const [was, right] = [hits?.[index], truth[n]?.[index] ?? 0];
      const isRight = was && (was.atMost ? was.count >= right : was.count === right);
      if (isRight) return [];
      const { start } = statements[index] as { start: number };
      const text = program.slice(start, start + 40).split('\n', 1)[0];
      return [`program ${n}, \`${text}\` at ${start}: ${JSON.stringify(was)} instead of ${right}`];
    });
  });
}

/** Counts the program `main.cjs` of a workspace. A thread that is held would never end. */
function countMain({ folder }: Workspace): ReturnType<typeof countCalls> {
  return countCalls({
    command: [process.execPath, 'main.cjs'],
    workingFolder: folder,
    folder,
    intervalUs: 0,
    subprocesses: false,
    inlining: true,
    split: false,
    signal: AbortSignal.timeout(60_000),
  });
}

describe('hits', () => {
  it('are those of generated programs whose statements count themselves', async () => {
    const programs = Array.from({ length: Number(process.env.HITS ?? 400) }, (_, n) =>
      randomProgram(9_000_000 + n),
    );
    const wrong = differences(programs, await countedTwice(programs));
    expect(wrong).toEqual([]);
  });

  it('are counted in a thread that throws, and hold it at no exception', async () => {
    const workspace = createWorkspace({
      'main.cjs': `new (require('node:worker_threads').Worker)('./thread.cjs');`,
      'thread.cjs': [
        'let caught = 0;',
        'for (let i = 0; i < 3; i++) {',
        '  try {',
        '    throw new Error("no");',
        '  } catch {',
        '    caught++;',
        '  }',
        '}',
      ].join('\n'),
    });
    folders.push(workspace);
    const counted = await countMain(workspace);
    const { read } = openScripts();
    const file = workspace.path('thread.cjs');
    const hits = hitCounter(counted, read, 1)(file);
    const byLine = read(file)?.outline.statements.map(({ line }, at) => [line, hits?.[at]?.count]);
    expect(byLine).toEqual([
      [1, 1],
      [2, 1],
      [3, 3],
      [4, 3],
      [6, 3],
    ]);
  });

  it('are exact after exceptions, after branches of expressions and on class lines', async () => {
    const workspace = createWorkspace({
      'main.cjs': [
        'function risky(i) { if (i % 4) throw new Error("no"); return i; }',
        'function attempt(i) {',
        '  const got = risky(i);',
        '  return got + 1;',
        '}',
        'class Box {',
        '  value = 1;',
        '}',
        'function choose(i) {',
        '  if (i > 3) return 0;',
        '  const half = i > 2 ? 1 : 2;',
        '  return half;',
        '}',
        'let n = 0;',
        'for (let i = 0; i < 400; i++) {',
        '  try {',
        '    n += attempt(i);',
        '    n ^= new Box().value + choose(i);',
        '  } catch { n -= 1; } }',
      ].join('\n'),
    });
    folders.push(workspace);
    const counted = await countMain(workspace);
    const { read } = openScripts();
    const file = workspace.path('main.cjs');
    const hits = hitCounter(counted, read, 1)(file);
    const byLine = read(file)?.outline.statements.map(({ line }, at) => [line, hits?.[at]?.count]);
    expect(hits?.some(({ atMost }) => atMost)).toBe(false);
    expect(byLine).toEqual([
      ...[
        [1, 400],
        [1, 300],
        [1, 100],
        [3, 400],
        [4, 100],
        [6, 1],
      ],
      ...[
        [10, 100],
        [10, 99],
        [11, 1],
        [12, 1],
      ],
      ...[
        [14, 1],
        [15, 1],
        [16, 400],
        [17, 400],
        [18, 100],
        [19, 300],
      ],
    ]);
  });
});
