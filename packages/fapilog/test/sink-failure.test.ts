import { describe, expect, it } from 'vitest';
import { createLogger } from '../src/create-logger.js';
import { memorySink, parseLines, upTo } from './support.js';

describe('a sink that fails', () => {
  it('loses only the batch on which it throws, and is reported once', async () => {
    const sink = memorySink();
    const errors: string[] = [];
    let writes = 0;
    sink.write = (text) => {
      writes += 1;
      if (writes <= 2) throw new Error(`write ${writes}`);
      sink.text += text;
    };
    const logger = createLogger({ sink, batchSize: 2, onError: (error) => errors.push(error.message) });
    for (const n of upTo(6)) logger.info('m', { n });
    expect(await logger.close()).toMatchObject({ submitted: 6, processed: 2, dropped: 4 });
    expect(parseLines(sink.text).map((line) => line.data.n)).toEqual([4, 5]);
    expect(errors).toEqual(['write 1']);
    expect(logger.stats().sinkErrors).toBe(2);
  });

  it('counts lines that its flush does not confirm as dropped', async () => {
    const sink = memorySink();
    const errors: string[] = [];
    sink.flush = async () => {
      throw new Error('flush failed');
    };
    const logger = createLogger({ sink, onError: (error) => errors.push(error.message) });
    logger.info('m');
    expect(await logger.drain()).toMatchObject({ submitted: 1, processed: 0, dropped: 1 });
    expect(errors).toEqual(['flush failed']);
    await logger.close();
  });

  it('does not break the caller if onError throws', async () => {
    const sink = memorySink();
    sink.write = () => {
      throw new Error('write');
    };
    const onError = () => {
      throw new Error('listener');
    };
    const logger = createLogger({ sink, onError });
    logger.info('m');
    expect(await logger.close()).toMatchObject({ submitted: 1, processed: 0, dropped: 1 });
  });

  it('receives no lines between a full write and its flush, while the queue stays bounded', async () => {
    const sink = memorySink();
    let release = () => {};
    const batches: number[] = [];
    sink.write = (text) => {
      batches.push(parseLines(text).length);
      return false;
    };
    sink.flush = () => new Promise((resolve) => (release = resolve));
    const logger = createLogger({ sink, batchSize: 2, queueCapacity: 4 });
    for (const n of upTo(4)) logger.info('m', { n });
    await new Promise((resolve) => setImmediate(resolve));
    for (const n of upTo(10)) logger.info('m', { n });
    await new Promise((resolve) => setImmediate(resolve));
    expect(batches).toEqual([2]);
    expect(logger.stats()).toMatchObject({ submitted: 14, dropped: 8, queued: 4 });
    sink.flush = async () => {};
    release();
    expect(await logger.close()).toMatchObject({ submitted: 14, processed: 6, dropped: 8 });
    expect(batches).toEqual([2, 2, 2]);
  });
});
