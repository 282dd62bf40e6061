import { describe, expect, it } from 'vitest';
import type { Truth } from '../paths/truth.js';
import { generatePath } from './generate-path.js';
import { truthOf } from './truth-of.js';
import { writePath } from './write-path.js';

const paths = Array.from({ length: 40 }, (_, index) => generatePath(3, index));
const turnsPerMs = 1000;
const truth = (path: (typeof paths)[number]): Truth => truthOf(path, (ms) => ms * turnsPerMs);

/** Runs a specification's text in which loops, waits and region marks count instead of working. */
async function counted(text: string): Promise<Truth> {
  const code = text
    .replace(/^export const truth.*$/m, '')
    .replace(/^function spin[\s\S]*?^}/m, '')
    .replace(/\bspin\((\d+), x\)/g, 'count($1 + 1.5)')
    .replace(/\bspinApart\((\d+), x\)/g, 'count($1 + 4)')
    .replace(/if \((\(turn.*) === 0\) \{/g, 'if (count(4), $1 === 0) {')
    .replace(/Atomics\.wait\(.*?, 0, 0, (\d+)\)/g, `count(${turnsPerMs} * $1)`)
    .replace(/\/\/ #region (.*)/g, 'enter("$1"); try {')
    .replace(/\/\/ #endregion/g, '} finally { leave(); }')
    .replace(/^export default .*$/m, 'return run;');
  const rows: Record<string, number> = {};
  const open: string[] = [];
  let whole = 0;
  const count = (turns: number): number => {
    whole += turns;
    for (const [depth] of open.entries()) {
      const id = open.slice(0, depth + 1).join('/');
      rows[id] = (rows[id] ?? 0) + turns;
    }
    return 1;
  };
  const make = new Function('count', 'enter', 'leave', code);
  const run = make(
    count,
    (name: string) => open.push(name),
    () => open.pop(),
  ) as () => unknown;
  for (let n = 0; n < operations; n++) await run();
  const shares = Object.entries(rows).map(([id, turns]) => [id, turns / whole]);
  return { whole: whole / operations, rows: Object.fromEntries(shares) };
}

/** Enough for every branch to be taken about as often as it should. */
const operations = 1680;

describe('a generated path', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(generatePath(3, 7)).toEqual(generatePath(3, 7));
    expect(generatePath(4, 7)).not.toEqual(generatePath(3, 7));
  });

  it('runs each row for the share of turns that its truth says', async () => {
    for (const path of paths) {
      const { whole, rows } = truth(path);
      const found = await counted(writePath(path, { whole, rows }));
      expect(Math.abs(found.whole / whole - 1), path.name).toBeLessThan(0.01);
      expect(Object.keys(found.rows).sort(), path.name).toEqual(Object.keys(rows).sort());
      for (const [id, turns] of Object.entries(rows))
        expect(Math.abs((found.rows[id] as number) - turns / whole), `${path.name} ${id}`).toBeLessThan(
          0.002,
        );
    }
  });

  it('has all families, all kinds of step and all kinds of call', () => {
    const text = paths.map((path) => JSON.stringify(path)).join('');
    const words = [
      ...['chained', 'mixed', 'waiting'],
      ...['work', 'row', 'repeated', 'sometimes', 'call', 'throwing', 'allocation', 'wait'],
      ...['function', 'method', 'closure', 'callback', 'generator', 'async function'],
    ];
    expect(words.filter((word) => !text.includes(`"${word}"`))).toEqual([]);
  });
});
