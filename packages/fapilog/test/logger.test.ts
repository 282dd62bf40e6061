import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../src/create-logger.js';
import type { LoggerSettings } from '../src/settings.js';
import { type MemorySink, memorySink, parseLines, upTo } from './support.js';

function open(settings: LoggerSettings = {}) {
  const sink: MemorySink = memorySink();
  const logger = createLogger({ sink, ...settings });
  return { sink, logger, lines: () => parseLines(sink.text) };
}

describe('a logger', () => {
  it('writes the envelope of a call as one JSON line', async () => {
    const { logger, lines } = open({ name: 'app', clock: () => 0 });
    logger.withCorrelationId('c-1', () => logger.info('hello', { user_id: 7, n: 1 }));
    await logger.close();
    expect(lines()).toEqual([
      {
        timestamp: '1970-01-01T00:00:00.000Z',
        level: 'INFO',
        message: 'hello',
        logger: 'app',
        context: { correlation_id: 'c-1', user_id: 7 },
        diagnostics: {},
        data: { n: 1 },
      },
    ]);
  });

  it('suppresses lines below its level and submits the others', async () => {
    const { logger, lines } = open({ level: 'warning' });
    logger.debug('1');
    logger.info('2');
    logger.warning('3');
    logger.error('4');
    logger.critical('5');
    logger.exception('6');
    await logger.close();
    expect(lines().map((line) => `${line.level} ${line.message}`)).toEqual([
      'WARNING 3',
      'ERROR 4',
      'CRITICAL 5',
      'ERROR 6',
    ]);
    expect(logger.stats()).toMatchObject({ suppressed: 2, submitted: 4, processed: 4, dropped: 0 });
  });

  it('merges bound values, which values of the call override', async () => {
    const { logger, lines } = open();
    logger.withContext({ a: 'bound', b: 'bound', trace_id: 't' }, () => logger.info('m', { b: 'call' }));
    await logger.close();
    expect(lines()[0]).toMatchObject({ context: { trace_id: 't' }, data: { a: 'bound', b: 'call' } });
  });

  it('returns the counters of a drain and stays usable', async () => {
    const { logger, lines } = open();
    logger.info('first');
    logger.info('second');
    expect(await logger.drain()).toEqual({
      submitted: 2,
      processed: 2,
      dropped: 0,
      queueHighWaterMark: 2,
      flushSeconds: expect.any(Number),
    });
    logger.info('third');
    expect(await logger.drain()).toMatchObject({ submitted: 3, processed: 3, dropped: 0 });
    expect(lines().map((line) => line.message)).toEqual(['first', 'second', 'third']);
    await logger.close();
  });

  it('writes a full batch in the next turn, without a drain', async () => {
    const { logger, lines } = open({ batchSize: 3, batchTimeoutMs: 60_000 });
    for (const n of upTo(3)) logger.info('m', { n });
    await new Promise((resolve) => setImmediate(resolve));
    expect(lines().map((line) => line.data.n)).toEqual([0, 1, 2]);
    await logger.close();
  });

  it('writes an incomplete batch after its timeout', async () => {
    const { logger, sink, lines } = open({ batchSize: 100, batchTimeoutMs: 1 });
    const written = new Promise<void>((resolve) => {
      sink.write = (text) => {
        sink.text += text;
        resolve();
      };
    });
    logger.info('alone');
    expect(sink.text).toBe('');
    await written;
    expect(lines().map((line) => line.message)).toEqual(['alone']);
    await logger.close();
  });

  it.each([
    ['drop-newest', [0, 1, 2]],
    ['drop-oldest', [7, 8, 9]],
  ] as const)('counts the lines that a full queue drops under %s', async (dropPolicy, kept) => {
    const { logger, lines } = open({ queueCapacity: 3, dropPolicy });
    for (const n of upTo(10)) logger.info('m', { n });
    const account = await logger.close();
    expect(account).toMatchObject({ submitted: 10, processed: 3, dropped: 7, queueHighWaterMark: 3 });
    expect(lines().map((line) => line.data.n)).toEqual(kept);
  });

  it.each(['drop-newest', 'drop-oldest'] as const)(
    'neither loses nor duplicates a line under %s, whenever it is drained',
    async (dropPolicy) => {
      const step = fc.constantFrom('log', 'log', 'log', 'turn', 'drain', 'two drains');
      const settings = fc.record({
        queueCapacity: fc.integer({ min: 1, max: 6 }),
        batchSize: fc.integer({ min: 1, max: 4 }),
      });
      await fc.assert(
        fc.asyncProperty(settings, fc.array(step, { maxLength: 40 }), async (sizes, steps) => {
          const { logger, sink } = open({ ...sizes, dropPolicy, batchTimeoutMs: 0 });
          let logged = 0;
          for (const action of steps) {
            if (action === 'log') logger.info('m', { n: logged++ });
            else if (action === 'turn') await new Promise((resolve) => setImmediate(resolve));
            else await Promise.all(action === 'drain' ? [logger.drain()] : [logger.drain(), logger.drain()]);
          }
          const { submitted, processed, dropped } = await logger.close();
          const written = sink.text === '' ? [] : parseLines(sink.text).map((line) => Number(line.data.n));
          expect(submitted).toBe(logged);
          expect(processed + dropped).toBe(logged);
          expect(written.length).toBe(processed);
          expect(written).toEqual([...new Set(written)].sort((a, b) => a - b));
        }),
      );
    },
  );

  it('closes its sink once, and counts calls after that as dropped', async () => {
    const { logger, sink, lines } = open();
    logger.info('before');
    const [first, second] = await Promise.all([logger.close(), logger.close()]);
    expect(second).toBe(first);
    expect(sink.closes).toBe(1);
    logger.info('after');
    expect(await logger.drain()).toMatchObject({ submitted: 2, processed: 1, dropped: 1 });
    expect(lines().map((line) => line.message)).toEqual(['before']);
  });

  it('suppresses repeated errors within the window', async () => {
    let now = 0;
    const { logger, lines } = open({ errorDedupeWindowMs: 1000, monotonicClock: () => now });
    logger.error('disk');
    now = 1000;
    logger.error('disk');
    logger.error('net');
    logger.warning('disk');
    now = 1001;
    logger.critical('disk');
    now = 2001;
    logger.critical('disk');
    await logger.close();
    expect(lines().map((line) => `${line.level} ${line.message}`)).toEqual([
      'ERROR disk',
      'ERROR net',
      'WARNING disk',
      'CRITICAL disk',
    ]);
    expect(logger.stats()).toMatchObject({ submitted: 4, suppressed: 2 });
  });

  it('samples only lines below WARNING', async () => {
    const draws = [0, 0.24, 0.25, 0.99];
    const { logger, lines } = open({ level: 'debug', samplingRate: 0.25, random: () => draws.shift() ?? 1 });
    logger.info('kept 1');
    logger.debug('kept 2');
    logger.info('gone');
    logger.debug('gone');
    logger.warning('kept 3');
    logger.error('kept 4');
    await logger.close();
    expect(lines().map((line) => line.message)).toEqual(['kept 1', 'kept 2', 'kept 3', 'kept 4']);
    expect(logger.stats()).toMatchObject({ submitted: 4, suppressed: 2 });
  });

  it.each(['error', 'err'])('takes an Error under the key %s out of the data', async (key) => {
    const { logger, lines } = open();
    logger.warning('m', { [key]: new RangeError('r'), n: 1 });
    await logger.close();
    expect(lines()[0]?.diagnostics.exception).toMatchObject({
      'error.type': 'RangeError',
      'error.message': 'r',
    });
    expect(lines()[0]?.data).toEqual({ n: 1 });
  });

  it('takes an Error as second argument, and any thrown value in exception()', async () => {
    const { logger, lines } = open();
    logger.error('m', new TypeError('t'), { n: 1 });
    logger.exception('m', 'a thrown string', { n: 2 });
    await logger.close();
    expect(lines().map((line) => [line.diagnostics.exception?.['error.type'], line.data.n])).toEqual([
      ['TypeError', 1],
      ['string', 2],
    ]);
  });
});

describe('a payload that JSON cannot hold', () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  const hostile = {
    toJSON() {
      throw new Error('no JSON of me');
    },
  };

  it.each([
    ['a BigInt', 1n, /BigInt/],
    ['a cycle', cycle, /circular/],
    ['a throwing toJSON', hostile, /no JSON of me/],
  ])('costs its own field only: %s', async (_, value, reason) => {
    const { logger, lines } = open();
    logger.info('before');
    logger.info('hard', { value, kept: 'yes', user_id: 'u' });
    logger.info('after');
    expect(await logger.close()).toMatchObject({ submitted: 3, processed: 3, dropped: 0 });
    const [before, hard, after] = lines();
    expect([before?.message, after?.message]).toEqual(['before', 'after']);
    expect(hard).toMatchObject({ message: 'hard', context: { user_id: 'u' }, data: { kept: 'yes' } });
    expect(hard?.data.value).toMatch(reason);
    expect(hard?.diagnostics).toMatchObject({ serialization_error: expect.stringMatching(reason) });
  });
});

describe('settings', () => {
  it.each([
    [{ level: 'loud' }, /"level" must be one of debug, info/],
    [{ levle: 'info' }, /no setting "levle"/],
    [{ queueCapacity: 0 }, /"queueCapacity" must be a number from 1/],
    [{ batchSize: 1.5 }, /"batchSize" must be a whole number/],
    [{ samplingRate: Number.NaN }, /"samplingRate" must be a number from 0 to 1/],
    [{ sink: { type: 'file' } }, /"sink" must be/],
    [{ mode: 'thread', sink: memorySink() }, /a sink object works only in mode "loop"/],
    [{ clock: 5 }, /"clock" must be a function/],
    [{ context: {} }, /"context" must be a BoundContext/],
    ['stdout', /settings must be an object/],
  ])('%j throws a TypeError that names the setting', (settings, sentence) => {
    const attempt = () => createLogger(settings as LoggerSettings);
    expect(attempt).toThrow(TypeError);
    expect(attempt).toThrow(sentence);
  });
});
