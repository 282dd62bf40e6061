import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createLogger, type HandoffMode } from '../../dist/index.js';
import { readLines, temporaryFile, upTo } from '../support.js';

const modes: readonly HandoffMode[] = ['loop', 'thread', 'thread-acknowledged'];
const exitFixture = fileURLToPath(new URL('../fixtures/exit-without-close.js', import.meta.url));

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe.each(modes)('the mode %s', (mode) => {
  it('writes every line exactly once and in order, over several drains', async () => {
    const path = temporaryFile();
    const logger = createLogger({ mode, sink: { type: 'file', path } });
    for (const round of upTo(3)) {
      for (const n of upTo(2000)) logger.info('päth 🙂', { n: round * 2000 + n });
      const lines = (round + 1) * 2000;
      expect(await logger.drain()).toMatchObject({ submitted: lines, processed: lines, dropped: 0 });
      expect(readLines(path).length).toBe(lines);
    }
    await logger.close();
    expect(readLines(path).map((line) => line.data.n)).toEqual(upTo(6000));
    expect(readLines(path).every((line) => line.message === 'päth 🙂')).toBe(true);
  });

  it.each(['drop-newest', 'drop-oldest'] as const)('accounts for every line under %s', async (dropPolicy) => {
    const path = temporaryFile();
    const logger = createLogger({
      mode,
      sink: { type: 'file', path },
      queueCapacity: 50,
      batchSize: 20,
      dropPolicy,
    });
    for (const n of upTo(3000)) {
      logger.info('m', { n });
      if (n % 70 === 0) await nextTurn();
    }
    const account = await logger.close();
    expect(account.submitted).toBe(3000);
    expect(account.processed + account.dropped).toBe(3000);
    const written = readLines(path).map((line) => Number(line.data.n));
    expect(written.length).toBe(account.processed);
    expect(written).toEqual([...new Set(written)].sort((a, b) => a - b));
    if (mode === 'thread-acknowledged') expect(account).toMatchObject({ dropped: 0, queueHighWaterMark: 1 });
    else expect(account.dropped).toBeGreaterThan(0);
  });

  it('returns the same counters from a second close, and drops later lines', async () => {
    const path = temporaryFile();
    const logger = createLogger({ mode, sink: { type: 'file', path } });
    logger.info('before');
    const first = await logger.close();
    expect(await logger.close()).toBe(first);
    logger.info('after');
    expect(await logger.drain()).toMatchObject({ submitted: 2, processed: 1, dropped: 1 });
    expect(readLines(path).map((line) => line.message)).toEqual(['before']);
  });

  it('appends to a file with existing lines', async () => {
    const path = temporaryFile();
    for (const n of upTo(2)) {
      const logger = createLogger({ mode, sink: { type: 'file', path } });
      logger.info('m', { n });
      await logger.close();
    }
    expect(readLines(path).map((line) => line.data.n)).toEqual([0, 1]);
  });

  it('throws on creation if the file cannot be opened', () => {
    expect(() => createLogger({ mode, sink: { type: 'file', path: '/no/such/directory/app.log' } })).toThrow(
      'ENOENT',
    );
  });

  it('counts and reports lines that a full disk refuses, without hanging or throwing', async () => {
    const errors: string[] = [];
    const onError = (error: Error) => errors.push(error.message);
    const logger = createLogger({ mode, sink: { type: 'file', path: '/dev/full' }, onError });
    for (const n of upTo(10)) logger.info('m', { n });
    expect(await logger.drain()).toMatchObject({ submitted: 10, processed: 0, dropped: 10 });
    logger.info('m');
    expect(await logger.close()).toMatchObject({ submitted: 11, processed: 0, dropped: 11 });
    expect(errors).toEqual([expect.stringContaining('ENOSPC')]);
  });

  it('writes to standard output', () => {
    const index = new URL('../../dist/index.js', import.meta.url).href;
    const program = `import { createLogger } from '${index}';
      const logger = createLogger({ mode: '${mode}' });
      logger.info('out');
      await logger.close();`;
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
    expect([child.status, child.stderr]).toEqual([0, '']);
    expect(JSON.parse(child.stdout)).toMatchObject({ level: 'INFO', message: 'out' });
  });

  it.each([
    ['exit', 3],
    ['exit-later', 3],
    ['crash', 1],
    ['end', 0],
  ])('keeps the lines of a process that ends without close: %s', (ending, status) => {
    const path = temporaryFile();
    const child = spawnSync(process.execPath, [exitFixture, mode, ending, path], { encoding: 'utf8' });
    expect(child.status).toBe(status);
    const written = readLines(path).map((line) => Number(line.data.index));
    // A pending write may end after the synchronous one at exit, so only the set of lines is guaranteed.
    expect(written.sort((a, b) => a - b)).toEqual(upTo(1000));
  });
});

describe('the mode thread-acknowledged', () => {
  it('has written each line when its call returns', async () => {
    const path = temporaryFile();
    const logger = createLogger({ mode: 'thread-acknowledged', sink: { type: 'file', path } });
    for (const n of upTo(200)) {
      logger.info('m', { n });
      expect(readFileSync(path, 'utf8').endsWith(`"data":{"n":${n}}}\n`)).toBe(true);
      expect(logger.stats()).toMatchObject({ submitted: n + 1, processed: n + 1, queued: 0 });
    }
    await logger.close();
  });
});

describe.each(['loop', 'thread'] as const)('the mode %s', (mode) => {
  it('has written nothing when the call returns', async () => {
    const path = temporaryFile();
    const logger = createLogger({ mode, sink: { type: 'file', path } });
    logger.info('m');
    expect(readFileSync(path, 'utf8')).toBe('');
    expect(logger.stats()).toMatchObject({ submitted: 1, processed: 0, queued: 1 });
    await logger.close();
    expect(readLines(path).length).toBe(1);
  });
});
