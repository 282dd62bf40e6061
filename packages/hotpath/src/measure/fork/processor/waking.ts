import { Worker } from 'node:worker_threads';
import { platform } from '../platform.js';
import { answered, asked, restingNs, type WakingSlots } from './waking-slots.js';

/** As they were before the path was loaded. */
const { load, notify, store, wait } = Atomics;

/** Rounds per reading. */
const rounds = 4;

/** A thread that does not answer within this time has not started, ms. */
const patienceMs = 5000;

/**
 * A second yardstick, for paths that wait: it asks a sleeping thread, and sleeps until that has answered. Each call gives the
 * mean time of some rounds without the answering thread's delay, ns: to wake a thread and be woken by it. It shows the state
 * of the system and the machine, whatever the path does. Null where the thread does not start.
 */
export function createWakingYardstick(): (() => number) | null {
  const slots: WakingSlots = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  // Without Node arguments: it needs nothing that this fork preloads.
  const thread = new Worker(new URL('./waking-thread.js', import.meta.url), {
    workerData: slots,
    execArgv: [],
  });
  thread.unref();
  let question = 0;
  const ask = (): void => {
    question++;
    store(slots, asked, question);
    notify(slots, asked);
    wait(slots, answered, question - 1, patienceMs);
  };
  ask();
  if (load(slots, answered) !== question) return null;
  return () => {
    const start = platform.hrtime();
    for (let round = 0; round < rounds; round++) ask();
    const [seconds, ns] = platform.hrtime(start);
    return (seconds * 1e9 + ns) / rounds - restingNs;
  };
}
