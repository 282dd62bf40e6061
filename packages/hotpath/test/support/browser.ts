import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';

/** Debian's browsers without and with a window system; the first one takes half the time of the second. */
const browsers = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'] as const;

const executablePath = browsers.find((file) => existsSync(file)) ?? browsers[0];

/** Whether browser tests run: where there is a browser, and in CI, where a missing one is a failure. */
export const isBrowserExpected = existsSync(executablePath) || process.env.CI === 'true';

if (!isBrowserExpected)
  console.warn('Browser tests are skipped: no chromium. On Debian: apt-get install chromium-headless-shell');

export function launchBrowser(): Promise<Browser> {
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
  ];
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-sync', ...quiet];
  return chromium.launch({ executablePath, args });
}

/** A page with what it must not have done. */
export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors, messages, dialogs, and requests for anything but the file. */
  readonly complaints: string[];
}

/** Opens a file in a window of its own; nothing moves unless the options say so. */
export async function openFile(
  browser: Browser,
  file: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const url = `file://${file}`;
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(dialog.message());
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    if (request.url() !== url) complaints.push(request.url());
  });
  await page.goto(url);
  return { page, context, complaints };
}
