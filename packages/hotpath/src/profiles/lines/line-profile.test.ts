import { describe, expect, it } from 'vitest';
import { outlineScript } from '../../instrument/syntax/outline.js';
import { parseSource } from '../../instrument/syntax/parse.js';
import { lineTable } from '../../report/tables/line-table.js';
import { lineProfile } from './line-profile.js';
import type { Script } from './lines-of-function.js';

const text = [
  'function leaf(n) {',
  '  return n;',
  '}',
  'function twice(n) {',
  '  leaf(n);',
  '  if (n > 1) leaf(n); return',
  '}',
  'function again(n) {',
  '  if (n > 0)',
  '    again(n - 1);',
  '  leaf(n);',
  '}',
].join('\n');
const outline = outlineScript(parseSource('/a.js', text));
const script = (more: Partial<Script> = {}): Script => ({ outline, hits: null, original: null, ...more });
const frame = (name: string, line: number) => ({ name, file: '/a.js', line });
const uses = (found: ReturnType<typeof lineProfile>, name: string) =>
  found.functions.find((one) => one.name === name)?.lines.map(({ line, hits, time }) => [line, hits, time]);

describe('lineProfile', () => {
  it('includes the time of calls in a line, so that lines add up to their function', () => {
    const stacks = [
      { frames: [frame('leaf', 2), frame('twice', 5)], ns: 30 },
      { frames: [frame('leaf', 2), frame('twice', 6)], ns: 50 },
      { frames: [frame('twice', 6)], ns: 20 },
    ];
    const found = lineProfile(stacks, 10, () => script());
    expect(found.functions.map(({ name, line, time }) => [name, line, time])).toEqual([
      ['twice', 4, 100],
      ['leaf', 1, 80],
    ]);
    expect(uses(found, 'twice')).toEqual([
      [5, null, 30],
      [6, null, 70],
    ]);
    expect([found.total, found.blurred]).toEqual([100, 0]);
  });

  it('counts a recursive function once per stack, at its outermost call', () => {
    const stacks = [{ frames: [frame('leaf', 2), frame('again', 11), frame('again', 10)], ns: 40 }];
    const found = lineProfile(stacks, 1, () => script());
    expect(uses(found, 'again')).toEqual([
      [9, null, 0],
      [10, null, 40],
      [11, null, 0],
    ]);
  });

  it('takes the hits of a line from the first statement that begins on it', () => {
    const hits = outline.statements.map((_, index) => 10 * (index + 1));
    const found = lineProfile([{ frames: [frame('twice', 5)], ns: 1 }], 1, () =>
      script({ hits: hits.map((count) => ({ count, atMost: false })) }),
    );
    expect(uses(found, 'twice')).toEqual([
      [5, 20, 1],
      [6, 30, 0],
    ]);
  });

  it('tells a script from the function that a loader puts around all of it', () => {
    const wrapped = outlineScript(parseSource('/w.js', '(() => {\nleaf();\n})();'));
    const at = (line: number) => ({ name: '', file: '/w.js', line });
    const node = { name: '_compile', file: 'node:internal/modules/cjs/loader', line: 1 };
    const stacks = [{ frames: [at(2), at(1), node], ns: 10 }];
    const found = lineProfile(stacks, 1, (file) => (file === '/w.js' ? script({ outline: wrapped }) : null));
    expect(
      found.functions.map(({ line, lines }) => [line, lines.map((use) => [use.line, use.time])]),
    ).toEqual([
      [1, [[1, 10]]],
      [1, [[2, 10]]],
    ]);
  });

  it('shows nothing of a file where its text has none, and no hits of statements that nobody wrote', () => {
    const hits = outline.statements.map(() => ({ count: 7, atMost: false }));
    const original = (line: number) => (line > 3 ? { file: '/a.ts', line } : null);
    const isWritten = ({ line }: { line: number }) => line !== 5;
    const stacks = [{ frames: [frame('leaf', 2), frame('twice', 6)], ns: 10 }];
    const of = (replacesItsFile: boolean) =>
      lineProfile(stacks, 1, () => script({ hits, original, isWritten, replacesItsFile }));
    expect(of(true).functions.map(({ name }) => name)).toEqual(['twice']);
    expect(of(false).functions.map(({ name }) => name)).toEqual(['leaf', 'twice']);
    expect(uses(of(true), 'twice')).toEqual([[6, 7, 10]]);
  });

  it('moves time to original lines, and reports time of ambiguous lines as blurred', () => {
    const original = (line: number, column: number) => ({
      file: '/src/a.ts',
      line: 100 + 10 * line + (line === 6 && column > 10 ? 5 : 0),
    });
    const found = lineProfile([{ frames: [frame('twice', 6)], ns: 8 }], 1, () => script({ original }));
    expect(found.functions[0]).toMatchObject({ file: '/src/a.ts', line: 140, endLine: 170 });
    expect(uses(found, 'twice')).toEqual([
      [150, null, 0],
      [160, null, 8],
      [165, null, 0],
    ]);
    expect(found.blurred).toBe(8);
  });

  it('finds functions with names that V8 inferred, and skips files that cannot be read', () => {
    const stacks = [
      {
        frames: [frame('get leaf', 2), frame('Job.twice', 5), { name: 'x', file: 'node:fs', line: 3 }],
        ns: 4,
      },
      { frames: [frame('', 5)], ns: 1 },
    ];
    const found = lineProfile(stacks, 5, (file) => (file === '/a.js' ? script() : null));
    expect(found.functions.map(({ name, time }) => [name, time])).toEqual([
      ['leaf', 4],
      ['twice', 4],
      ['', 1],
    ]);
  });
});

describe('lineTable', () => {
  const long = `${'  '.repeat(3)}const veryLong = ${'x'.repeat(200)};`;
  const written = ['function f() {', '\tf();', ...Array.from({ length: 7 }, () => '  // quiet'), long, '}'];
  const one = {
    name: 'f',
    file: '/a.js',
    line: 1,
    endLine: 11,
    time: 2000,
    lines: [
      { line: 2, hits: 4000, time: 500, half: 40 },
      { line: 10, hits: 0.25, time: 1500, half: 50 },
    ],
  };
  const profile = { total: 4000, samples: 9, functions: [one], blurred: 0 };
  const table = (width: number): string[] =>
    lineTable(one, profile, { width, place: () => 'a.js:1(f)', text: () => written, per: '' }).split('\n');

  it('has the columns of line_profiler and the source text', () => {
    expect(table(80).slice(0, 7)).toEqual([
      'a.js:1(f): 2.000 µs, 50.0% of all',
      '',
      'Line #   Hits  Time (µs)  Per Hit  % Time  Line Contents',
      '─'.repeat(56),
      '     1                                     function f() {',
      '     2  4,000      0.500    0.000   25.0%    f();',
      '     ⋮                                     ⋮ 7 lines without time',
    ]);
    expect(table(80)).toHaveLength(9);
  });

  it('shows intervals if there is room, and fits the terminal', () => {
    expect(table(140)[2]).toContain(' ± ');
    for (const width of [80, 140])
      for (const line of table(width)) expect(line.length).toBeLessThanOrEqual(width);
    expect(table(80)[7]).toMatch(/^ {4}10 {3}0\.25 {6}1\.500 {4}6\.000 {3}75\.0% {8}const veryLong = x+…$/);
  });
});
