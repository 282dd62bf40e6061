import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createWorkspace, hotpath, type Workspace } from '../support/workspace.js';

describe('hotpath flame --html', () => {
  const folders: Workspace[] = [];
  afterAll(() => {
    for (const folder of folders) folder.remove();
  });

  it('writes a page, beside other forms if they are asked for, by its ending with --out', async () => {
    const made = createWorkspace({ 'app.folded': 'main;a 3\nmain;b 1\n' });
    folders.push(made);
    const said = '4 samples in 4 samples of 3 functions, 3 calls';
    expect(
      await hotpath(made.folder, ['flame', 'app.folded', '--html', 'a.html', '--svg', 'a.svg']),
    ).toMatchObject({
      code: 0,
      out: `a.svg: ${said}\na.html: ${said}\n`,
      err: '',
    });
    expect(await hotpath(made.folder, ['flame', 'app.folded', '--out', 'b.html', '--icicle'])).toMatchObject({
      code: 0,
    });
    const page = readFileSync(join(made.folder, 'b.html'), 'utf8');
    expect(page).toContain('"icicle":true');
    expect(page).not.toMatch(/(?:src|href)=/);
  });

  it('is written by hotpath record, too', async () => {
    const made = createWorkspace({
      'main.mjs': 'function spin() { for (let i = 0; i < 1e8; i++); } spin();',
    });
    folders.push(made);
    const words = ['record', '--out', 'spin.html', '--', process.execPath, 'main.mjs'];
    expect(await hotpath(made.folder, words)).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^spin\.html: /),
    });
    expect(readFileSync(join(made.folder, 'spin.html'), 'utf8')).toContain('"spin"');
  });
});
