import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Profile, ProfiledFunction } from '../../src/model/profiles/profile.js';
import { differenceOf } from '../../src/profiles/tree/difference.js';
import { createProfileBuilder, root } from '../../src/profiles/tree/profile-builder.js';
import { totalsOf } from '../../src/profiles/tree/walk.js';
import { functionChanges } from '../../src/report/tables/difference-table.js';
import { createWorkspace, hotpath, type Workspace } from '../support/workspace.js';

const at = (name: string, line: number): ProfiledFunction => ({ name, file: '/a.js', line, column: 1 });

function profileOf(
  stacks: readonly (readonly [functions: readonly ProfiledFunction[], weight: number])[],
): Profile {
  const builder = createProfileBuilder('samples');
  for (const [functions, weight] of stacks) {
    let node = root;
    for (const called of functions) node = builder.child(node, builder.functionOf(called));
    builder.add(node, weight, weight);
  }
  return builder.build();
}

describe('two profiles on one tree', () => {
  const before = profileOf([
    [[at('main', 1), at('a', 5)], 30],
    [[at('main', 1), at('gone', 9)], 10],
  ]);
  const after = profileOf([
    [[at('main', 1), at('a', 8)], 45],
    [[at('main', 1), at('new', 12)], 15],
  ]);

  it('keep their totals, and have named functions once wherever they moved', () => {
    const difference = differenceOf(before, after);
    expect(difference && [difference.before, difference.after].map((one) => totalsOf(one)[0])).toEqual([
      40, 60,
    ]);
    const changes = difference && functionChanges(difference);
    expect(changes?.map(({ called, before: was, after: is }) => [called.name, called.line, was, is])).toEqual(
      [
        ['a', 8, 30, 45],
        ['new', 12, 0, 15],
        ['gone', 9, 10, 0],
      ],
    );
    // 30 and 45 samples come at random: 1.96 times the root of their sum.
    expect(changes?.[0]?.half).toBeCloseTo(1.96 * Math.sqrt(75), 10);
  });

  it('do not mix functions without a name', () => {
    const difference = differenceOf(profileOf([[[at('', 3)], 5]]), profileOf([[[at('', 4)], 5]]));
    expect(difference && functionChanges(difference)).toHaveLength(2);
  });

  it('compare shares when the one before is scaled, and never different units', () => {
    const scaled = differenceOf(before, after, 1.5);
    expect(scaled && totalsOf(scaled.before)[0]).toBe(60);
    expect(differenceOf(before, { ...after, unit: 'bytes' })).toBeNull();
  });
});

describe('hotpath diff', () => {
  const folders: Workspace[] = [];
  afterAll(() => {
    for (const folder of folders) folder.remove();
  });

  it('prints what changed and draws it, red where it grew and blue where it shrank', async () => {
    const made = createWorkspace({
      'old.folded': 'main;a 300\nmain;b 100\n',
      'new.folded': 'main;a 200\nmain;b 300\nmain;</script> 1\n',
      'none.folded': 'main 0\n',
    });
    folders.push(made);
    const { code, out, err } = await hotpath(made.folder, ['diff', 'old.folded', 'new.folded']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/│ b +│ 100 samples │ 300 samples │ \+200 samples │ +±39 samples/);
    expect(out).toMatch(/│ a +│ 300 samples │ 200 samples │ -100 samples │/);
    expect(out.trimEnd().split('\n').at(-1)).toBe('diff.svg: after / before 1.252');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(90);
    const svg = readFileSync(join(made.folder, 'diff.svg'), 'utf8');
    expect(svg).toMatch(/class="box more d4"[^>]*data-name="b"/);
    expect(svg).toMatch(/class="box less d2"[^>]*data-name="a"/);
    expect(svg).toMatch(/class="box same"[^>]*data-name="main"/);
    expect(svg).toContain('before 300 samples, -100 samples, of itself -100 samples');
    expect(await hotpath(made.folder, ['diff', 'old.folded', 'none.folded'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('after has no samples'),
    });
  });
});
