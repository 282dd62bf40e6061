import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report/report.js';
import { hotpathInProcess } from '../support/in-process-built.js';
import { faultsOf } from '../support/published.js';
import { createWorkspace } from '../support/workspace.js';

/** A measurement of `fixtures/loops.hot.mjs`, in which `third` is three quarters of the path; `npm run fixture` writes it. */
const saved = fileURLToPath(new URL('../fixtures/loops.saved.json', import.meta.url));
const made = createWorkspace({});
afterAll(made.remove);

const run = (...words: readonly string[]) =>
  hotpathInProcess(made.folder, ['run', '--from', saved, ...words]);

describe('a report on a saved measurement', () => {
  it('finds the shares of loops of known length within 4 points, and its rows add up to the total', async () => {
    const { code, out, err } = await run('--json', '-');
    expect([code, err]).toEqual([0, '']);
    const report = JSON.parse(out) as Report;
    expect(faultsOf('report', report)).toBeNull();
    const { rows, total, unexplained } = report.ledger;
    const share = (id: string) =>
      (rows.find((row) => row.id === id)?.inclusive.mean ?? Number.NaN) / total.mean;
    expect(rows.map(({ id, calls }) => [id, calls])).toEqual([
      ['short', 1],
      ['long', 1],
      ['long/third', 3],
      ['garbage collection', 1],
    ]);
    expect(Math.abs(share('short') - 0.25)).toBeLessThan(0.04);
    expect(Math.abs(share('long/third') - 0.75)).toBeLessThan(0.04);
    const sum = rows.reduce((all, { mean }) => all + mean, unexplained.mean);
    expect(sum / total.mean).toBeCloseTo(1, 9);
  });

  it('is the same however often it is made', async () => {
    expect(await run()).toEqual(await run());
  });

  it('shows the number of each route with --routes', async () => {
    const [plain, routes] = [(await run()).out, (await run('--routes')).out];
    for (const title of ['Inside', 'Outside', 'Marginal', 'Sampled']) {
      expect(plain).not.toMatch(new RegExp(`│ ${title}`, 'i'));
      expect(routes).toMatch(new RegExp(`│ ${title}`, 'i'));
    }
  });

  it('is a page of its own with --html, which is refused before the measurement is read', async () => {
    const file = made.path('report.html');
    expect(await run('--html', file)).toMatchObject({ code: 0, err: '' });
    const page = readFileSync(file, 'utf8');
    expect(page).toContain('<title>loops · hotpath</title>');
    expect(page).toContain('samples with inlining off');
    expect(page).not.toMatch(/(?:src|href)=/);
    expect(await run('--html', made.path('no/report.html'))).toMatchObject({ code: 2, out: '' });
  });
});
