import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Batch } from '../../src/model/measurement/measurement.js';
import type { Report } from '../../src/model/report/report.js';
import { type ReportedPath, writeReportPage } from '../../src/report/pages/report-page.js';
import { reportOn } from '../../src/sessions/report-on.js';
import { isBrowserExpected, launchBrowser, openFile, type Watched } from '../support/browser.js';
import { exampleFloors, measureExample } from '../support/example-path.js';
import { profileOf } from '../support/profile-of.js';
import { createWorkspace } from '../support/workspace.js';

const bundle = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`../../dist/viewer/${file}`, import.meta.url)), 'utf8');

const report = async (): Promise<Report> =>
  reportOn(await measureExample({ forkFactor: (random) => 0.99 + 0.02 * random() }));

const nasty = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(2)>',
  '__proto__',
  'constructor',
  'x'.repeat(10_000),
];

/** The report with rows of other names; ids and parents as they would be with these. */
function renamed(one: Report, names: readonly string[]): Report {
  const rows = one.ledger.rows.map((row, index) => ({
    ...row,
    name: names[index % names.length] as string,
    reason: names[index % names.length] as string,
  }));
  const findings = names.map((name) => ({
    id: 'made-up',
    severity: 'note' as const,
    message: name,
    evidence: { [name]: name },
    advice: name,
  }));
  return {
    ...one,
    path: { ...one.path, name: names[0] as string },
    ledger: { ...one.ledger, rows },
    findings,
  };
}

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe.skipIf(!isBrowserExpected)('a report as a page', () => {
  const made = createWorkspace({});
  const file = join(made.folder, 'report.html');
  const opened: Watched[] = [];
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    const complaints = opened.flatMap((one) => one.complaints);
    for (const { context } of opened.splice(0)) await context.close();
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    made.remove();
  });

  async function open(paths: readonly ReportedPath[], options: BrowserContextOptions = {}): Promise<Page> {
    const viewer = { script: bundle('report.js'), style: bundle('report.css') };
    writeFileSync(file, [...writeReportPage(paths, '/project', viewer)].join(''));
    const watched = await openFile(browser, file, options);
    opened.push(watched);
    return watched.page;
  }

  const flame = {
    profile: profileOf({ 'run@/project/a.js build@hotpath:row': 60, 'run@/project/a.js': 40 }),
    said: '100 samples',
  };
  const sample = async (): Promise<ReportedPath> => ({ report: await report(), flame });
  const names = (page: Page): Promise<string[]> =>
    page.locator('.ledger tbody:first-of-type .line:visible .name-cell').allInnerTexts();
  const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

  it('has its sections in order: path, summary, ledger, then the rest', async () => {
    const page = await open([await sample()]);
    expect(await page.locator('h1').innerText()).toBe('sample');
    expect(await page.locator('.source').innerText()).toBe('sample.hot.ts, 2026-01-01 00:00 UTC');
    expect(await page.locator('.sentences').innerText()).toMatch(
      /^sample takes .* per operation\. 2[45]\.\d% of it/,
    );
    expect(await page.locator('.part > h2').allInnerTexts()).toEqual([
      'Ledger',
      'Flame graph',
      'Forks',
      'Findings',
      'Environment and policy',
      'How it was measured',
    ]);
    expect(await page.locator('.ledger tbody').nth(1).locator('.name-cell').allInnerTexts()).toEqual([
      'TOTAL',
      'UNEXPLAINED',
      'measuring loop',
      'code in no row',
      'overlap with the loop',
    ]);
    const place = page.locator('.line', { hasText: 'stamp' }).locator('.place-cell');
    expect(await place.innerText()).toBe('logger.ts:12');
  });

  it('states the waking time of a waiting path, and the effect of inlining for other paths only', async () => {
    const frames = [
      { name: 'build', file: '/project/logger.ts', line: 11 },
      { name: 'hotpathDriver', file: '', line: 3 },
    ];
    const sampled = { refused: null, operations: 1000, wholeNs: 1.5e6, stacks: [{ frames, count: 10 }] };
    const waits = { processorShare: 0.5, disturb: (batch: Batch) => ({ ...batch, wakingNs: 46_000 }) };
    const waiting = await open([
      { report: reportOn(await measureExample({ ...waits, sampled })), flame: null },
    ]);
    const text = 'Waking a sleeping thread and being woken by it took 46.00 µs';
    const details = (page: Page) => page.locator('.row-details').first().textContent();
    expect(await waiting.getByText(text).count()).toBe(1);
    expect(await details(waiting)).toMatch(/from 10 samples(?!; inlining)/);
    const page = await open([{ report: reportOn(await measureExample({ sampled })), flame: null }]);
    expect(await page.getByText('Waking a sleeping thread').count()).toBe(0);
    expect(await details(page)).toContain(
      'from 10 samples; inlining was off, which made the path 1.50 times as long',
    );
  });

  it('has no flame graph without samples', async () => {
    const page = await open([{ report: await report(), flame: null }]);
    expect(await page.locator('canvas, .floor-table').count()).toBe(0);
    expect(await page.locator('.ledger').count()).toBe(1);
  });

  it('lists floors from fastest to slowest, with the ratio of the path to each', async () => {
    const operationNs = { 'floor/tuple': 100, 'floor/slot': 50, 'floor of stamp/clock': 40 };
    const measurement = await measureExample({ operationNs }, {}, 1, {}, { operations: exampleFloors });
    const page = await open([{ report: reportOn(measurement), flame: null }]);
    const rows = page.locator('.floor-table tbody tr');
    expect(await rows.locator('th').allInnerTexts()).toEqual(['sample', 'slot', 'tuple', 'stamp: clock']);
    expect(await rows.locator('td:last-child').allInnerTexts()).toEqual(['', '20.0×', '10.0×', '5.0×']);
    await page.setViewportSize({ width: 390, height: 844 });
    const table = await page.locator('.floor-table').boundingBox();
    expect((table?.x ?? 0) + (table?.width ?? 1000)).toBeLessThanOrEqual(390);
    expect(await page.locator('.floor-table .bar-cell').first().isVisible()).toBe(false);
  });

  it('sorts by column titles, announces it, and returns to the original order', async () => {
    const page = await open([await sample()]);
    const title = page.locator('.ledger').getByRole('columnheader', { name: 'Mean (' });
    const inOrder = await names(page);
    expect(inOrder.slice(0, 5)).toEqual(['build', 'stamp', 'copy', '(itself)', 'push']);
    await title.getByRole('button').click();
    await title.getByRole('button').click();
    expect(await title.getAttribute('aria-sort')).toBe('ascending');
    expect((await names(page)).slice(0, 2)).toEqual(['garbage collection', 'push']);
    expect(await page.getByRole('status').last().textContent()).toBe('Sorted by mean, ascending');
    await title.getByRole('button').click();
    expect(await title.getAttribute('aria-sort')).toBe('none');
    expect(await names(page)).toEqual(inOrder);
  });

  it('collapses and expands rows and opens row details by keyboard', async () => {
    const page = await open([await sample()]);
    const build = page.locator('.ledger').getByRole('button', { name: 'build', exact: true });
    await build.focus();
    await page.keyboard.press('Enter');
    expect(await build.getAttribute('aria-expanded')).toBe('false');
    expect((await names(page)).slice(0, 2)).toEqual(['build', 'push']);
    await page.keyboard.press('ArrowRight');
    expect((await names(page)).slice(0, 2)).toEqual(['build', 'stamp']);
    const trust = page.getByRole('button', { name: /details of stamp$/ });
    await trust.focus();
    await page.keyboard.press('Space');
    expect(await trust.getAttribute('aria-expanded')).toBe('true');
    const details = page.locator('.details-line:visible');
    expect(await details.innerText()).toMatch(/^Trust \w+: .*\.\n+Inside/);
    await page.getByRole('button', { name: 'Collapse all' }).click();
    expect(await names(page)).toEqual(['build', 'push', 'garbage collection']);
    expect(await page.locator('.details-line:visible').count()).toBe(0);
  });

  it('labels bars in words, and hides routes on request', async () => {
    const page = await open([await sample()]);
    const bars = page.getByRole('img', { name: /^stamp: / });
    expect(await bars.getAttribute('aria-label')).toMatch(
      /^stamp: 0\.\d{3} µs ± 0\.\d{3}; inside .* µs ± .*; marginal cost /,
    );
    expect(await bars.locator('.route:visible').count()).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Routes' }).click();
    expect(await bars.locator('.route:visible').count()).toBe(0);
  });

  it('shows negative times as negative, with the bar on the left of zero', async () => {
    const one = await report();
    const rows = one.ledger.rows.map((row) =>
      row.name === 'stamp' ? { ...row, inclusive: { mean: -50, low: -90, high: -10 }, mean: -50 } : row,
    );
    const page = await open([{ report: { ...one, ledger: { ...one.ledger, rows } }, flame: null }]);
    const cells = page.locator('.line', { hasText: 'stamp' }).locator('td.number');
    expect((await cells.allInnerTexts()).slice(0, 2)).toEqual([
      expect.stringMatching(/^−(0\.050|50\.0)$/),
      expect.stringMatching(/^(0\.040|40\.0)$/),
    ]);
    const [zero, bar] = await Promise.all(
      ['.zero', '.bar'].map((part) =>
        page.locator('.line', { hasText: 'stamp' }).locator(part).boundingBox(),
      ),
    );
    expect(Math.abs((bar?.x ?? 0) + (bar?.width ?? 0) - (zero?.x ?? 0))).toBeLessThan(1);
  });

  it('handles keys of the flame graph only inside it', async () => {
    const page = await open([await sample()]);
    await page.locator('canvas').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('#path-0-selected').textContent()).toMatch(/^run, .* 100 samples/);
    await page.locator('.ledger').getByRole('button', { name: 'build', exact: true }).focus();
    await page.keyboard.press('/');
    expect(
      await page
        .locator('.ledger')
        .getByRole('button', { name: 'build', exact: true })
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
  });

  it('has a tab per path, and prints all paths', async () => {
    const one = await report();
    const other = { ...one, path: { ...one.path, name: 'other' } };
    const page = await open([
      { report: one, flame },
      { report: other, flame },
    ]);
    await page.getByRole('tab', { name: 'sample' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('h1:visible').allInnerTexts()).toEqual(['other']);
    expect(await page.getByRole('tab', { name: 'other' }).getAttribute('aria-selected')).toBe('true');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('h1:visible').allInnerTexts()).toEqual(['sample', 'other']);
    const widths = await page.locator('canvas').evaluateAll((all) => all.map((one) => one.clientWidth > 300));
    expect(widths).toEqual([true, true]);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('h1:visible').allInnerTexts()).toEqual(['other']);
    expect((await page.pdf()).byteLength).toBeGreaterThan(1000);
  });

  it('prints all rows of the ledger, open row details, and the first functions', async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`run f${index}`, 40 - index]));
    const page = await open([
      { report: await report(), flame: { profile: profileOf(many), said: '820 samples' } },
    ]);
    const printed = (selector: string): Promise<number> => page.locator(`${selector}:visible`).count();
    const all = await printed('.line');
    await page.getByRole('button', { name: 'Collapse all' }).click();
    await page.locator('.line:visible .trust').first().click();
    const folded = await printed('.line');
    expect([await printed('.functions tbody tr'), await printed('.on-paper')]).toEqual([41, 0]);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect([folded < all, await printed('.line'), await printed('.details-line')]).toEqual([true, all, 1]);
    expect([await printed('.functions tbody tr'), await printed('.on-paper')]).toEqual([25, 1]);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await printed('.line')).toBe(folded);
  });

  it('follows the theme of the system, and switches on press', async () => {
    const page = await open([await sample()], { colorScheme: 'dark' });
    const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await paper()).toBe('rgb(19, 19, 23)');
    await page.getByRole('button', { name: 'Switch between light and dark' }).click();
    expect(await paper()).toBe('rgb(251, 251, 250)');
  });

  it('fits a phone: wide tables scroll inside their boxes', async () => {
    const page = await open([await sample(), { report: renamed(await report(), nasty), flame: null }], phone);
    expect(await sideways(page)).toBe(360);
    const box = page.getByRole('region', { name: 'Ledger' }).last();
    expect(await box.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(true);
    await page.getByRole('tab').last().click();
    expect(await sideways(page)).toBe(360);
  });

  it('shows hostile names as text, in less than a megabyte', async () => {
    const page = await open([{ report: renamed(await report(), nasty), flame }]);
    expect(await page.locator('h1').innerText()).toBe(nasty[0]);
    const shown = await page.locator('.line.row .name-cell').allTextContents();
    expect(new Set(shown)).toEqual(new Set(nasty));
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(await sideways(page)).toBe(1280);
    expect(statSync(file).size).toBeLessThan(1e6);
  });

  it('stays below a megabyte with a flame graph of 100,000 calls', async () => {
    const stacks = Array.from({ length: 100_000 }, (_, index) => [
      `a${index % 300} b${index % 7} c${index}`,
      1 + (index % 50),
    ]);
    const page = await open([
      { report: await report(), flame: { ...flame, profile: profileOf(Object.fromEntries(stacks)) } },
    ]);
    expect(await page.locator('canvas').count()).toBe(1);
    expect(statSync(file).size).toBeLessThan(1e6);
  });
});
