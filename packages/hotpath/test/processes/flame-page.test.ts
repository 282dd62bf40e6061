import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Profile } from '../../src/model/profiles/profile.js';
import { writeFlamePage } from '../../src/report/pages/flame-page.js';
import { isBrowserExpected, launchBrowser, openFile, type Watched } from '../support/browser.js';
import { profileOf } from '../support/profile-of.js';
import { createWorkspace } from '../support/workspace.js';

const bundle = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`../../dist/viewer/${file}`, import.meta.url)), 'utf8');

/** 100 samples: main calls b (30), b main again (5), and main calls a (20 of its own), which calls c (45). */
const sample = {
  'main@/app/main.js b@/app/b.js': 30,
  'main@/app/main.js b@/app/b.js main@/app/main.js': 5,
  'main@/app/main.js a@/app/node_modules/tool/a.js': 20,
  'main@/app/main.js a@/app/node_modules/tool/a.js c@node:fs': 45,
};

describe.skipIf(!isBrowserExpected)('a flame graph as a page', () => {
  const made = createWorkspace({});
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

  async function open(profile: Profile, options: BrowserContextOptions = {}): Promise<Page> {
    const drawing = { title: 'sample', said: '100 samples', icicle: false, narrowest: 0 };
    const viewer = { script: bundle('flame.js'), style: bundle('flame.css') };
    const file = join(made.folder, 'page.html');
    writeFileSync(file, [...writeFlamePage(profile, drawing, viewer)].join(''));
    const watched = await openFile(browser, file, options);
    opened.push(watched);
    return watched.page;
  }

  const pressed = (page: Page, name: string): Promise<string | null> =>
    page.getByRole('button', { name, exact: true }).getAttribute('aria-pressed');
  const crumbs = (page: Page): Promise<string[]> => page.locator('.crumb').allTextContents();
  const selected = (page: Page): Promise<string | null> => page.locator('#selected').textContent();
  const keys = async (page: Page, ...all: string[]): Promise<void> => {
    for (const key of all) await page.keyboard.press(key);
  };

  it('moves to callees, neighbours and callers and zooms by keyboard', async () => {
    const page = await open(profileOf(sample));
    await keys(page, 'ArrowUp');
    expect(await selected(page)).toBe('all: 100 samples, 100.0% of total, own 0 samples');
    await keys(page, 'ArrowUp', 'ArrowUp');
    expect(await selected(page)).toBe(
      'a, /app/node_modules/tool/a.js:1: 65 samples, 65.0% of total, own 20 samples',
    );
    await keys(page, 'ArrowRight');
    expect(await selected(page)).toMatch(/^b, \/app\/b\.js:1: 35 samples/);
    await keys(page, 'Enter');
    expect(await crumbs(page)).toEqual(['all', 'main', 'b']);
    const figures = await page.locator('.figures tr').allInnerTexts();
    expect(figures.map((row) => row.split('\t').join(' '))).toEqual([
      'total 35 samples 35.0%',
      'of the zoomed call  100.0%',
      'own 30 samples 30.0%',
    ]);
    await keys(page, 'ArrowDown', '+');
    expect(await crumbs(page)).toEqual(['all', 'main']);
    await keys(page, '-');
    expect(await crumbs(page)).toEqual(['all', 'main', 'b']);
    await keys(page, '0');
    expect(await crumbs(page)).toEqual(['all']);
  });

  it('zooms once on a double click, and back by the breadcrumbs', async () => {
    const page = await open(profileOf(sample));
    const place = await page.locator('canvas').boundingBox();
    if (!place) throw new Error('no canvas');
    // The third row from the bottom: a with 65%, then b.
    await page.mouse.dblclick(place.x + 0.8 * place.width, place.y + place.height - 6 - 2.5 * 20);
    expect(await crumbs(page)).toEqual(['all', 'main', 'b']);
    await page.mouse.move(place.x + 0.05 * place.width, place.y + place.height - 6 - 3.5 * 20);
    expect(await page.locator('.tooltip').innerText()).toBe('main\n5 samples, 5.0% of total, own 5 samples');
    await page.getByRole('button', { name: 'all', exact: true }).click();
    expect(await crumbs(page)).toEqual(['all']);
  });

  it('finds functions by text or regular expression and counts nested matches once', async () => {
    const page = await open(profileOf(sample));
    await keys(page, '/');
    await page.keyboard.type('MAIN');
    expect(await page.locator('#found').textContent()).toBe('100.0% of total in 2 calls of 1 function');
    await keys(page, 'Enter');
    expect(await page.locator('#found').textContent()).toContain('match 1 of 2');
    await keys(page, 'Enter');
    expect(await selected(page)).toMatch(/^main, .* 5 samples/);
    await keys(page, 'Shift+Enter');
    expect(await selected(page)).toMatch(/^main, .* 100 samples/);
    expect(await page.locator('tbody tr .function-name').allTextContents()).toEqual(['main']);
    await page.getByRole('searchbox').fill('^(b|c)$');
    expect(await page.locator('#found').textContent()).toBe('No matches.');
    await page.getByRole('button', { name: 'Regular expression' }).click();
    expect(await page.locator('#found').textContent()).toBe('80.0% of total in 2 calls of 2 functions');
    await page.getByRole('searchbox').fill('(');
    expect(await page.locator('#found').textContent()).toBe('Not a valid regular expression.');
    expect(await page.getByRole('searchbox').getAttribute('aria-invalid')).toBe('true');
  });

  it('becomes an icicle, with arrow keys that follow the picture', async () => {
    const page = await open(profileOf(sample));
    await keys(page, 'i');
    expect([await pressed(page, 'Icicle'), await pressed(page, 'Flame')]).toEqual(['true', 'false']);
    await keys(page, 'ArrowDown', 'ArrowDown');
    expect(await selected(page)).toMatch(/^main/);
    await keys(page, 'ArrowUp');
    expect(await selected(page)).toMatch(/^all/);
  });

  it('starts bottom-up from own weights and keeps the selected function', async () => {
    const page = await open(profileOf(sample));
    await keys(page, 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp');
    expect(await selected(page)).toMatch(/^c, node:fs/);
    await keys(page, 'b');
    expect(await pressed(page, 'Bottom-up')).toBe('true');
    expect(await selected(page)).toBe('c, node:fs:1: 45 samples, 45.0% of total');
    await keys(page, 'ArrowUp');
    expect(await selected(page)).toBe('a, /app/node_modules/tool/a.js:1: 45 samples, 45.0% of total');
    expect(await page.locator('.figures th').first().textContent()).toBe(
      'own samples of c through this call',
    );
    expect(await crumbs(page)).toEqual(['all own samples']);
  });

  it('hides calls below the threshold and states their number', async () => {
    const page = await open(profileOf({ ...sample, tiny: 1, 'tiny other': 1 }));
    await page.getByLabel('Hide below').selectOption('2%');
    expect(await page.locator('.hidden-calls').textContent()).toBe('2 calls below 2.0% hidden');
    await page.getByLabel('Hide below').selectOption('0%');
    expect(await page.locator('.hidden-calls').textContent()).toBe('');
  });

  it('undoes search, zoom and selection one by one with Escape', async () => {
    const page = await open(profileOf(sample));
    await keys(page, 'ArrowUp', 'ArrowUp', 'Enter', '/');
    await page.keyboard.type('b');
    await keys(page, 'Escape');
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    await keys(page, 'Escape');
    expect(await crumbs(page)).toEqual(['all', 'main']);
    await keys(page, 'Escape');
    expect(await crumbs(page)).toEqual(['all']);
    expect(await selected(page)).toMatch(/^main/);
    await keys(page, 'Escape');
    expect(await selected(page)).toBe('');
  });

  it('lists and sorts functions, and marks all calls of a picked one', async () => {
    const page = await open(profileOf(sample));
    const names = (): Promise<string[]> => page.locator('tbody tr .function-name').allTextContents();
    expect(await names()).toEqual(['c', 'b', 'a', 'main']);
    await page.getByRole('button', { name: 'Total' }).click();
    expect(await names()).toEqual(['main', 'a', 'c', 'b']);
    expect(await page.getByRole('columnheader', { name: 'Total' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    await page.getByRole('row', { name: /^main/ }).click();
    expect(await page.locator('#found').textContent()).toBe('100.0% of total in 2 calls of main');
    expect(await page.locator('.function-name[aria-pressed=true]').allTextContents()).toEqual(['main']);
    await keys(page, 'n', 'n');
    expect(await selected(page)).toMatch(/^main, .* 5 samples/);
    await page.getByRole('row', { name: /^main/ }).click();
    expect(await page.locator('#found').textContent()).toBe('');
  });

  it('shows the share of each category and dims a category on press', async () => {
    const page = await open(profileOf(sample));
    expect(await page.locator('.legend-entry').allInnerTexts()).toEqual([
      expect.stringMatching(/^own code\s+35\.0%$/),
      expect.stringMatching(/^packages\s+20\.0%$/),
      expect.stringMatching(/^Node\s+45\.0%$/),
    ]);
    const colours = (): Promise<string> =>
      page.locator('canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const before = await colours();
    await page.locator('.legend-entry').first().click();
    expect(await page.locator('.legend-entry').first().getAttribute('aria-pressed')).toBe('false');
    await expect.poll(colours).not.toBe(before);
  });

  it('lists keyboard shortcuts in a dialog, which takes the keys', async () => {
    const page = await open(profileOf(sample));
    await keys(page, '?');
    await page.getByRole('dialog').waitFor();
    expect(await page.getByRole('dialog').innerText()).toContain('next, previous match');
    await keys(page, 'i', 'Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await pressed(page, 'Icicle')).toBe('false');
  });

  it('follows the theme of the system and keeps a choice for the session', async () => {
    const page = await open(profileOf(sample), { colorScheme: 'dark' });
    const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await paper()).toBe('rgb(19, 19, 23)');
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(paper).toBe('rgb(251, 251, 250)');
    await page.getByRole('button', { name: 'Switch between light and dark' }).click();
    expect(await paper()).toBe('rgb(19, 19, 23)');
    await page.reload();
    expect(await paper()).toBe('rgb(19, 19, 23)');
    expect((await page.pdf()).byteLength).toBeGreaterThan(1000);
    expect(await paper()).toBe('rgb(19, 19, 23)');
  });

  it('fits a phone: no sideways scrolling, large targets, first tap selects, second zooms', async () => {
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
    const long = `${'a_long_name_'.repeat(40)}@/app/${'folder/'.repeat(30)}x.js`;
    const page = await open(profileOf({ ...sample, [`main@/app/main.js ${long}`]: 900 }), phone);
    const sideways = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await sideways()).toBe(360);
    const small = await page.locator('button:visible, select:visible, input:visible').evaluateAll((all) =>
      all
        .map((one) => (one.matches('.function-name') ? (one.closest('tr') ?? one) : one))
        .filter((one) => one.getBoundingClientRect().height < 40)
        .map((one) => one.textContent),
    );
    expect(small).toEqual([]);
    const place = await page.locator('canvas').boundingBox();
    if (!place) throw new Error('no canvas');
    const tap = (): Promise<void> =>
      page.touchscreen.tap(place.x + 0.4 * place.width, place.y + place.height - 6 - 2.5 * 26);
    await tap();
    expect(await selected(page)).toMatch(/^a_long_name_/);
    expect(await crumbs(page)).toEqual(['all']);
    await tap();
    await expect.poll(async () => (await crumbs(page)).length).toBe(3);
    await page.getByRole('searchbox').fill('long');
    expect(await sideways()).toBe(360);
  });

  it('shows hostile names as text', async () => {
    const names = [
      '<img src=x onerror=alert(1)>',
      '</script><script>alert(2)</script>',
      ']]>',
      '<!--',
      '__proto__',
      'constructor',
      'toString',
      '漢字の関数',
      'x'.repeat(10_000),
    ];
    const odd = {
      '\u001b[31mred': '␛[31mred',
      '\ud800lone': '\ufffdlone',
      '\u202elanretni': '\ufffdlanretni',
    };
    const all = [...names, ...Object.keys(odd)];
    const page = await open(
      profileOf(Object.fromEntries(all.map((name, index) => [`${name}\n${name}`, 50 - index])), '\n'),
    );
    const shown = await page.locator('tbody tr .function-name').allTextContents();
    expect(shown).toEqual([...names, ...Object.values(odd)]);
    expect(await page.locator('img, script').count()).toBe(1);
    for (const name of ['__proto__', 'constructor', 'toString']) {
      await page.getByRole('searchbox').fill(name);
      expect(await page.locator('#found').textContent()).toMatch(/in 2 calls of 1 function$/);
    }
    await keys(page, 'Enter');
    expect(await selected(page)).toMatch(/^toString: /);
  });

  it('draws stacks of 10,000 calls on a canvas no larger than the window', async () => {
    const page = await open(
      profileOf({ [Array.from({ length: 10_000 }, (_, index) => `f${index % 7}`).join(' ')]: 3 }),
    );
    const [canvas, space] = await page.evaluate(() =>
      ['canvas', '.graph-space'].map(
        (one) => document.querySelector(one)?.getBoundingClientRect().height ?? 0,
      ),
    );
    expect(canvas).toBeLessThan(800);
    expect(space).toBe(10_001 * 20 + 12);
    await keys(page, '/');
    await page.keyboard.type('f3');
    await keys(page, 'Shift+Enter', 'Escape', 'Escape', 'Enter');
    expect(await page.locator('.crumbs').innerText()).toContain('… 9,996 more …');
    await keys(page, 'b');
    expect(await selected(page)).toBe('f3: 3 samples, 100.0% of total');
  });

  it('holds the heaviest of a million calls and states what it leaves out', async () => {
    const page = await open(millionCalls());
    expect(await page.locator('.left-out').textContent()).toMatch(
      /^The lightest 900,000 calls are left out: [\d.]+% of total \([\d,]+ samples\)\. All totals include them\.$/,
    );
    await keys(page, 'ArrowUp');
    expect(await selected(page)).toMatch(/^all: 3,999,998 samples, 100\.0% of total/);
    await keys(page, 'ArrowUp', 'ArrowUp', 'Enter', 'b', 'b');
    expect(await crumbs(page)).toEqual(['all']);
  });

  it('explains an empty profile and draws a single sample', async () => {
    const empty = await open(profileOf({ a: 0 }));
    expect(await empty.locator('main').innerText()).toMatch(/^There are no samples to draw/);
    const single = await open(profileOf({ only: 1 }));
    await keys(single, 'ArrowUp', 'ArrowUp');
    expect(await selected(single)).toBe('only: 1 sample, 100.0% of total, own 1 sample');
  });
});

/** Each call makes ten calls, a million in all, which weigh from 1 to 7. */
function millionCalls(): Profile {
  const calls = 1_000_000;
  const indices = Int32Array.from({ length: calls + 1 }, (_, index) => index);
  return {
    functions: Array.from({ length: 5000 }, (_, index) => ({
      name: `f${index}`,
      file: '',
      line: 0,
      column: 0,
    })),
    parents: indices.map((index) => Math.floor((index - 1) / 10)),
    functionOf: indices.map((index) => (index === 0 ? -1 : index % 5000)),
    self: Float64Array.from(indices, (index) => (index === 0 ? 0 : 1 + (index % 7))),
    unit: 'samples',
    samples: calls,
  };
}
