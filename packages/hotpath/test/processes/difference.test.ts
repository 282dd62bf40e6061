import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hotpathInProcess } from '../support/in-process-built.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';

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
    const { code, out, err } = await hotpathInProcess(made.folder, ['diff', 'old.folded', 'new.folded']);
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
    expect(await hotpathInProcess(made.folder, ['diff', 'old.folded', 'none.folded'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('after has no samples'),
    });
  });
});
