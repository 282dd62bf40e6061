import { PerformanceObserver, performance } from 'node:perf_hooks';
import { setImmediate, setTimeout } from 'node:timers/promises';

/** The used part of WebAssembly, which is not in Node's types. */
interface Assembly {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
  ) => { readonly exports: { readonly memory: { readonly buffer: ArrayBuffer } } };
}

/**
 * What forks use of the platform, as it was before the path was loaded. The path may replace all of it, for good or while it runs, as fake
 * timers do. Code that is timed gets the functions themselves, so that it calls them as it would call those of the platform.
 */
export const platform = {
  /** The clock of spans and batches. Its two numbers are seconds and ns. */
  hrtime: process.hrtime,
  /** ms since the process began, on the clock of the times of collections. */
  now: performance.now.bind(performance),
  /** Resolves after some ms. */
  after: setTimeout,
  /** Resolves when the event loop has turned. */
  nextTurn: setImmediate,
  cpuUsage: process.cpuUsage.bind(process),
  getBuiltinModule: process.getBuiltinModule.bind(process) as (id: 'node:wasi') => typeof import('node:wasi'),
  exit: process.exit.bind(process),
  send: process.send?.bind(process),
  PerformanceObserver,
  WebAssembly: (globalThis as unknown as { WebAssembly: Assembly }).WebAssembly,
} as const;

/** Functions that Node's own code looks up when it needs them, such as to say that a message is sent. */
const { nextTick } = process;

/** Gives Node back what it needs to end this process, when the path has run for the last time. */
export function restoreProcess(): void {
  process.nextTick = nextTick;
}

/** Readings in which a clock must have moved. Each takes some ns at least. */
const readings = 1_000_000;

/** Whether both clocks move. They do not where something that was loaded before hotpath, by NODE_OPTIONS, has replaced them. */
export function clocksMove(): boolean {
  const [seconds, ns] = platform.hrtime();
  const ms = platform.now();
  for (let reading = 0; reading < readings; reading++) {
    const [s, n] = platform.hrtime();
    if ((s !== seconds || n !== ns) && platform.now() !== ms) return true;
  }
  return false;
}
