import { BoundContext } from './context.js';
import type { HandoffMode } from './handoff/handoff.js';
import { LEVELS, type Level, type LevelName } from './levels.js';
import type { DropPolicy } from './queue.js';
import type { ExceptionLimits } from './serialize-exception.js';
import { count, fields, func, mode, number, oneOf, sink, text } from './settings-checks.js';
import type { Sink, Target } from './sink.js';

/** The settings of `createLogger`. All are optional. */
export interface LoggerSettings {
  /** Name of the logger in the envelope. Default "root". */
  readonly name?: string;
  /** Lines below this level are suppressed. Default "info". */
  readonly level?: LevelName;
  /** Default "loop". */
  readonly mode?: HandoffMode;
  /** Default: standard output. A sink object works only in mode `loop`. */
  readonly sink?: Target | Sink;
  /** Most lines in the queue. Default 10,000. */
  readonly queueCapacity?: number;
  /** Default "drop-newest". */
  readonly dropPolicy?: DropPolicy;
  /** Lines per batch. Default 256. */
  readonly batchSize?: number;
  /** Longest time that a line waits for its batch to fill, in ms. Default 10. */
  readonly batchTimeoutMs?: number;
  /** Longest time that a call waits for the worker in mode `thread-acknowledged`, in ms. Then the worker is ended. Default 10,000. */
  readonly acknowledgeTimeoutMs?: number;
  /** Share of lines below WARNING to keep, 0 to 1. Default 1. */
  readonly samplingRate?: number;
  /** Time window in which repeated ERROR and CRITICAL messages are suppressed, in ms. Default 0: off. */
  readonly errorDedupeWindowMs?: number;
  /** Defaults: 50 frames, 20,000 characters, 5 causes. */
  readonly exceptions?: Partial<ExceptionLimits>;
  /** Receives the first failure of the sink or its worker. Default: a process warning. */
  readonly onError?: (error: Error) => void;
  /** Bound values. Loggers with the same object share them. Default: a new object per logger. */
  readonly context?: BoundContext;
  /** Milliseconds since 1970-01-01 UTC. Default `Date.now`. */
  readonly clock?: () => number;
  /** A monotonic clock in ms. Default `performance.now`. */
  readonly monotonicClock?: () => number;
  /** Uniform in [0, 1). Default `Math.random`. */
  readonly random?: () => number;
}

/** Settings with all defaults filled in. */
export interface ResolvedSettings extends Required<Omit<LoggerSettings, 'level' | 'exceptions'>> {
  readonly level: Level;
  readonly exceptions: ExceptionLimits;
}

const KNOWN = [
  ...['name', 'level', 'mode', 'sink', 'queueCapacity', 'dropPolicy', 'batchSize', 'batchTimeoutMs'],
  ...['acknowledgeTimeoutMs', 'samplingRate', 'errorDedupeWindowMs', 'exceptions', 'onError', 'context'],
  ...['clock', 'monotonicClock', 'random'],
];

const LEVEL_NAMES: readonly LevelName[] = ['debug', 'info', 'warning', 'error', 'critical'];
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Checks settings and fills in defaults. Throws a TypeError that names the first invalid setting. */
export function parseSettings(input: unknown): ResolvedSettings {
  const given = fields('settings', input, KNOWN);
  const chosenMode = mode(given.mode);
  return {
    name: text('name', given.name, 'root'),
    level: LEVELS[oneOf('level', given.level, LEVEL_NAMES, 'info')],
    mode: chosenMode,
    sink: sink(given.sink, chosenMode),
    queueCapacity: count('queueCapacity', given.queueCapacity, 10_000, 2 ** 24),
    dropPolicy: oneOf('dropPolicy', given.dropPolicy, ['drop-newest', 'drop-oldest'], 'drop-newest'),
    batchSize: count('batchSize', given.batchSize, 256, 2 ** 24),
    batchTimeoutMs: number('batchTimeoutMs', given.batchTimeoutMs, 10, 0, LONGEST_TIMER_MS),
    acknowledgeTimeoutMs: number(
      'acknowledgeTimeoutMs',
      given.acknowledgeTimeoutMs,
      10_000,
      1,
      LONGEST_TIMER_MS,
    ),
    samplingRate: number('samplingRate', given.samplingRate, 1, 0, 1),
    errorDedupeWindowMs: number('errorDedupeWindowMs', given.errorDedupeWindowMs, 0, 0, LONGEST_TIMER_MS),
    exceptions: exceptionLimits(given.exceptions),
    onError: func('onError', given.onError, warn),
    context: context(given.context),
    clock: func('clock', given.clock, Date.now),
    monotonicClock: func('monotonicClock', given.monotonicClock, () => performance.now()),
    random: func('random', given.random, Math.random),
  };
}

function exceptionLimits(input: unknown): ExceptionLimits {
  const given = fields('exceptions', input, ['maxFrames', 'maxStackChars', 'maxCauseDepth']);
  return {
    maxFrames: number('exceptions.maxFrames', given.maxFrames, 50, 0, 10_000),
    maxStackChars: number('exceptions.maxStackChars', given.maxStackChars, 20_000, 0, 10_000_000),
    maxCauseDepth: number('exceptions.maxCauseDepth', given.maxCauseDepth, 5, 0, 100),
  };
}

function context(input: unknown): BoundContext {
  if (input === undefined) return new BoundContext();
  if (input instanceof BoundContext) return input;
  throw new TypeError('fapilog: the setting "context" must be a BoundContext.');
}

function warn(error: Error): void {
  process.emitWarning(`fapilog: the sink failed and lines are lost: ${error.message}`);
}
