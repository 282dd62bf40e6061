import { Worker } from 'node:worker_threads';
import { answered, asked, restingNs, type WakingSlots } from './waking-slots.js';

const rounds = 4;

/** A thread that has not answered by then has not begun, or is no measure of anything. */
const patienceMs = 5000;

/**
 * A second yardstick, for paths that wait: asks a thread that sleeps, and sleeps until it has answered. Each call gives the
 * mean time of some rounds in ns, without the answerer's own part: to wake a sleeper and to be woken. That is the doing of
 * the system and of what the machine runs on, whatever the path does. Null where the thread does not begin.
 */
export function createWakingYardstick(): (() => number) | null {
  const slots: WakingSlots = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  // Without arguments: it needs nothing of what this process loads first.
  const thread = new Worker(new URL('./waking-thread.js', import.meta.url), {
    workerData: slots,
    execArgv: [],
  });
  thread.unref();
  let question = 0;
  const ask = (): void => {
    question++;
    Atomics.store(slots, asked, question);
    Atomics.notify(slots, asked);
    Atomics.wait(slots, answered, question - 1, patienceMs);
  };
  ask();
  if (Atomics.load(slots, answered) !== question) return null;
  return () => {
    const start = process.hrtime();
    for (let round = 0; round < rounds; round++) ask();
    const [seconds, ns] = process.hrtime(start);
    return (seconds * 1e9 + ns) / rounds - restingNs;
  };
}
