import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../dist/index.js';
import { WorkerChannel } from '../../dist/worker-channel.js';
import { readLines, temporaryFile, upTo } from '../support.js';

const line = `${JSON.stringify({ level: 'INFO' })}\n`;

function open(path: string, sync: boolean) {
  const failures: string[] = [];
  const onFailure = (error: Error) => failures.push(error.message);
  return { failures, channel: new WorkerChannel({ target: { type: 'file', path }, sync, onFailure }) };
}

describe('the channel to the worker', () => {
  it('blocks until the worker has counted all lines', async () => {
    const { channel } = open(temporaryFile(), true);
    for (const n of upTo(100)) {
      channel.write(line);
      channel.waitAccepted(n + 1, 10_000);
      expect(channel.accepted).toBe(n + 1);
    }
    await channel.close();
  });

  it('transfers more lines than its shared memory holds', async () => {
    const path = temporaryFile();
    const { channel } = open(path, false);
    const long = `${JSON.stringify({ text: 'ä'.repeat(1_000_000) })}\n`;
    for (const _ of upTo(6)) channel.write(long);
    await channel.flush();
    expect(channel.accepted).toBe(6);
    expect(readLines(path).length).toBe(6);
    await channel.close();
  });

  it('rejects a flush and reports when the worker dies', async () => {
    const workers: Worker[] = [];
    process.once('worker', (worker) => workers.push(worker));
    const { channel, failures } = open(temporaryFile(), false);
    await channel.flush();
    const dying = channel.flush();
    void workers[0]?.terminate();
    channel.write(line);
    await dying.catch(() => {});
    await expect(channel.flush()).rejects.toThrow('the worker thread exited');
    expect(() => channel.write(line)).toThrow('the worker thread exited');
    expect(failures).toEqual(['the worker thread exited']);
    await channel.close();
  });

  it('rejects a flush after close', async () => {
    const { channel, failures } = open(temporaryFile(), false);
    await channel.close();
    await expect(channel.flush()).rejects.toThrow('has been closed');
    expect(failures).toEqual([]);
  });
});

describe('a worker that dies', () => {
  it.each(['thread', 'thread-acknowledged'] as const)('leaves no line uncounted in mode %s', async (mode) => {
    const workers: Worker[] = [];
    process.once('worker', (worker) => workers.push(worker));
    const path = temporaryFile();
    const errors: string[] = [];
    const onError = (error: Error) => errors.push(error.message);
    const logger = createLogger({ mode, sink: { type: 'file', path }, onError, acknowledgeTimeoutMs: 2000 });
    for (const n of upTo(100)) logger.info('m', { n });
    expect(await logger.drain()).toMatchObject({ submitted: 100, processed: 100, dropped: 0 });
    await new Promise((resolve) => setImmediate(resolve));
    expect(workers.length).toBe(1);
    await workers[0]?.terminate();
    for (const n of upTo(100)) logger.info('m', { n });
    expect(await logger.close()).toMatchObject({ submitted: 200, processed: 100, dropped: 100 });
    expect(readLines(path).length).toBe(100);
    expect(errors).toEqual(['the worker thread exited']);
  });
});

describe('a worker that accepts no lines', () => {
  it('costs one bounded wait, then lines are dropped immediately', async () => {
    const path = temporaryFile();
    execFileSync('mkfifo', [path]);
    // The reader never reads, so the worker's write blocks once the pipe is full.
    const reader = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
    const errors: string[] = [];
    const onError = (error: Error) => errors.push(error.message);
    const logger = createLogger({
      mode: 'thread-acknowledged',
      sink: { type: 'file', path },
      acknowledgeTimeoutMs: 1000,
      onError,
    });
    for (const _ of upTo(50)) logger.info('m', { text: 'x'.repeat(4096) });
    expect(errors).toEqual(['the log worker accepted no line for 1000 ms']);
    const { submitted, processed, dropped } = await logger.drain();
    expect(submitted).toBe(50);
    expect(processed + dropped).toBe(50);
    expect(processed).toBeGreaterThan(0);
    expect(dropped).toBeGreaterThan(30);
    // Without a reader the blocked write fails, and the worker can end.
    closeSync(reader);
    await logger.close();
  });
});
