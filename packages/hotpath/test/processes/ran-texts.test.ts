import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { LineProfile } from '../../src/model/profiles/line-profile.js';
import { createWorkspace, type Ended, hotpath, type Workspace } from '../support/workspace.js';

const folders: Workspace[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

const loop = (turns: string): string =>
  `for (let i = 0; i < ${turns}; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;`;

/** The lines of a function of a program, as [line, hits, whether it has most of the time]. */
async function linesOf(
  files: Readonly<Record<string, string>>,
  name: string,
  ...words: string[]
): Promise<{ readonly lines: unknown; readonly file: string | undefined; readonly ended: Ended }> {
  const made = createWorkspace(files);
  folders.push(made);
  const command = ['--', process.execPath, ...words];
  const ended = await hotpath(made.folder, ['lines', '--json', 'lines.json', ...command]);
  const profile = JSON.parse(readFileSync(made.path('lines.json'), 'utf8')) as LineProfile;
  const own = profile.functions.find((one) => one.name === name);
  const lines = own?.lines.map(({ line, hits, time }) => [line, hits, time > own.time / 2]);
  return { lines, file: own?.file.replace(join(made.folder, '/'), ''), ended };
}

const typed = `interface Shape {
  readonly size: number;
}

export function spin(n: number): number {
  let x = n;
  ${loop('3e7')}
  return x;
}
spin(1);
`;
const right = [
  [6, 1, false],
  [7, 1, true],
  [8, 1, false],
];

/** A loader that drops the lines of types, and gives a map where it is asked to. */
const withoutTypes = (maps: boolean): string => `
  const text = require('node:fs').readFileSync(file, 'utf8');
  const lines = text.split('\\n');
  const code = lines.slice(4).join('\\n').replace(/: number/g, '');
  const mappings = ';'.repeat(0) + lines.slice(4).map((_, at) => at === 0 ? 'AAIA' : 'AACA').join(';');
  const map = { version: 3, sources: [require('node:path').basename(file)], names: [], mappings };
  map.sourcesContent = [process.env.NODE_V8_COVERAGE ? text : ''];
  const data = Buffer.from(JSON.stringify(map)).toString('base64');
  return code + ${maps ? `'\\n//# sourceMappingURL=data:application/json;base64,' + data` : `''`};`;

const requireHook = (maps: boolean): string =>
  `const changed = (file) => {${withoutTypes(maps)}};
  require('node:module')._extensions['.ts'] = (module, file) => module._compile(changed(file).replace('export ', ''), file);`;

const program = (head: string): string =>
  [head, 'function work(n) {', '  let x = n;', `  ${loop('3e7')}`, '  return x;', '}', 'work(1);'].join('\n');

describe('hotpath lines', () => {
  it('moves the text of a loader back to the file by its map', async () => {
    const files = { 'hook.cjs': requireHook(true), 'app.ts': typed, 'main.cjs': `require('./app.ts');` };
    const { lines, file, ended } = await linesOf(files, 'spin', '--require', './hook.cjs', 'main.cjs');
    expect([file, lines]).toEqual(['app.ts', right]);
    expect(ended.out).toContain('export function spin(n: number)');
  });

  it('shows the text of a loader without a map, and says so', async () => {
    const files = { 'hook.cjs': requireHook(false), 'app.ts': typed, 'main.cjs': `require('./app.ts');` };
    const { lines, ended } = await linesOf(files, 'spin', '--require', './hook.cjs', 'main.cjs');
    expect(lines).toEqual(right.map(([line, ...rest]) => [(line as number) - 4, ...rest]));
    expect(ended.out.replace(/\s+/g, ' ')).toContain(
      'app.ts: a loader changed its text and gave no source map, so lines are those of the text that ran',
    );
    expect(ended.out).toContain('      let x = n;');
  });

  it.each([
    ['with space', 'main.mjs'],
    ['100%', 'main.mjs'],
    ['a?b', 'main.cjs'],
    ['C# 日本', 'main.mjs'],
  ])('finds the files of a folder named %s', async (folder, name) => {
    const path = `${folder}/${name}`;
    const { lines, file } = await linesOf({ [path]: program('') }, 'work', path);
    expect([file, lines]).toEqual([path, [3, 4, 5].map((line) => [line, 1, line === 4])]);
  });

  it.each([
    ['U+2028', `const s = 'a\u2028b';\n`, 2],
    ['CR', ';\r;\r;', 2],
    ['CRLF', '\r\n\r\n', 2],
    ['a byte order mark', '\uFEFF', 0],
  ])('counts lines as V8 does with %s', async (_, head, more) => {
    const { lines } = await linesOf({ 'main.mjs': program(head) }, 'work', 'main.mjs');
    expect(lines).toEqual([3, 4, 5].map((line) => [line + more, 1, line === 4]));
  });

  it('shows the text of a map whose source is no file, and says when a map cannot be read', async () => {
    const map = {
      version: 3,
      sources: ['webpack://app/./src/work.ts'],
      sourcesContent: [program('// from the map')],
      names: [],
      mappings: program('')
        .split('\n')
        .map((_, at) => (at === 0 ? 'AAAA' : 'AACA'))
        .join(';'),
    };
    const text = `${program('')}\n//# sourceMappingURL=main.mjs.map`;
    const { file, ended } = await linesOf(
      { 'main.mjs': text, 'main.mjs.map': JSON.stringify(map) },
      'work',
      'main.mjs',
    );
    expect(file).toBe('webpack://app/./src/work.ts');
    expect(ended.out).toContain('  let x = n;');
    const lost = await linesOf({ 'main.mjs': text }, 'work', 'main.mjs');
    expect(lost.ended.out).toContain('main.mjs: its source map cannot be read (main.mjs.map: ENOENT');
  });
});
