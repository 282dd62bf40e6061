import { openSync, readSync } from 'node:fs';
import { PerformanceObserver, performance } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';

/** How the system has treated the calling thread since it began, ns. */
export interface Scheduling {
  /** On a processor, up to the moment in which it last stopped running. */
  readonly ran: number;
  /** Able to run while another ran. */
  readonly waited: number;
}

/** Linux tells it in /proc/thread-self/schedstat; null elsewhere. */
export function createSchedulingClock(): () => Scheduling | null {
  let file: number;
  try {
    file = openSync('/proc/thread-self/schedstat', 'r');
  } catch {
    return () => null;
  }
  const text = Buffer.alloc(96);
  return () => {
    const length = readSync(file, text, 0, text.length, 0);
    const [ran, waited] = text.toString('latin1', 0, length).split(' ').map(Number);
    return ran !== undefined && waited !== undefined && Number.isFinite(ran + waited)
      ? { ran, waited }
      : null;
  };
}

type Usage = () => { readonly user: number; readonly system: number };

/** Shorter waits end before the system has stopped the thread. */
const stopMs = 0.05;

/**
 * The calling thread's time on a processor, ns. Node tells it from 23.9 on; before, Linux does, once the thread has
 * stopped running for a moment. Null where neither does.
 */
export function createProcessorClock(): () => number | null {
  const usage = (process as { threadCpuUsage?: Usage }).threadCpuUsage?.bind(process);
  if (usage) {
    return () => {
      const { user, system } = usage();
      return 1000 * (user + system);
    };
  }
  const scheduling = createSchedulingClock();
  const never = new Int32Array(new SharedArrayBuffer(4));
  return () => {
    Atomics.wait(never, 0, 0, stopMs);
    return scheduling()?.ran ?? null;
  };
}

/** A pause for garbage collection, on the clock of performance.now(), ms. */
export interface Collection {
  readonly start: number;
  readonly duration: number;
}

/** Collects all pauses from now on; `stop` waits until late ones have been delivered. */
export function watchCollections(): { stop(): Promise<Collection[]> } {
  const seen: Collection[] = [];
  const keep = (entries: readonly { startTime: number; duration: number }[]): void => {
    for (const { startTime, duration } of entries) seen.push({ start: startTime, duration });
  };
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ entryTypes: ['gc'] });
  return {
    async stop() {
      await new Promise((resolve) => setTimeout(resolve, 5));
      keep(observer.takeRecords());
      observer.disconnect();
      return seen.sort((a, b) => a.start - b.start);
    },
  };
}

/** Pauses that began inside a batch: their number and total length in ns. Both lists are in order of time. */
export function collectionsWithin(
  collections: readonly Collection[],
  start: number,
  end: number,
): { collections: number; collectionNs: number } {
  let low = 0;
  let high = collections.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((collections[middle] as Collection).start < start) low = middle + 1;
    else high = middle;
  }
  let count = 0;
  let ms = 0;
  for (let at = low; at < collections.length; at++) {
    const pause = collections[at] as Collection;
    if (pause.start >= end) break;
    count++;
    ms += pause.duration;
  }
  return { collections: count, collectionNs: ms * 1e6 };
}

/** Bytes of live and dead objects on the heap. */
export const heapBytes = (): number => getHeapStatistics().used_heap_size;

/** The clock on which collections are dated, ms. */
export const now = (): number => performance.now();
