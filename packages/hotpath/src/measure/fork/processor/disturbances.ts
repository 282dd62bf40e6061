import { openSync, readSync } from 'node:fs';
import { constants, type PerformanceEntry } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import type { CollectionKind, PausesOfKind } from '../../../model/measurement/measurement.js';
import { platform } from '../platform.js';

/** Scheduling of the calling thread since it began, ns. */
export interface Scheduling {
  /** Ready to run while another thread ran. */
  readonly waited: number;
}

/** Reads /proc/thread-self/schedstat of Linux; null elsewhere. */
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
    const waited = Number(text.toString('latin1', 0, length).split(' ')[1]);
    return Number.isFinite(waited) ? { waited } : null;
  };
}

/** Time between two readings in which the thread was ready to run and another ran, ns; null where unknown. */
export function preemptedBetween(before: Scheduling | null, after: Scheduling | null): number | null {
  return before && after ? after.waited - before.waited : null;
}

/** A pause for garbage collection, on the clock of performance.now(), ms. */
export interface Collection {
  readonly start: number;
  readonly duration: number;
  readonly kind: CollectionKind;
}

const kinds: Readonly<Record<number, CollectionKind>> = {
  [constants.NODE_PERFORMANCE_GC_MAJOR]: 'major',
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL]: 'incremental',
  [constants.NODE_PERFORMANCE_GC_WEAKCB]: 'weak callbacks',
};

/** Collects all pauses from now on; `stop` waits until late reports have arrived. */
export function watchCollections(): { stop(): Promise<Collection[]> } {
  const seen: Collection[] = [];
  const keep = (entries: readonly PerformanceEntry[]): void => {
    for (const entry of entries) {
      const { startTime, duration, detail } = entry as PerformanceEntry & { detail?: { kind: number } };
      seen.push({ start: startTime, duration, kind: kinds[detail?.kind ?? 0] ?? 'minor' });
    }
  };
  const observer = new platform.PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ entryTypes: ['gc'] });
  return {
    async stop() {
      await platform.after(5);
      keep(observer.takeRecords());
      observer.disconnect();
      return seen.sort((a, b) => a.start - b.start);
    },
  };
}

/** Pauses that began between two times: their number and total length, ns. `collections` are in order of time. */
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

/** Number and length of pauses by kind. */
export function pausesByKind(collections: readonly Collection[]): PausesOfKind[] {
  const found = [...new Set(collections.map(({ kind }) => kind))].sort();
  return found.map((kind) => {
    const own = collections.filter((pause) => pause.kind === kind);
    return { kind, count: own.length, ns: own.reduce((sum, { duration }) => sum + 1e6 * duration, 0) };
  });
}

/** Bytes of all objects on the heap, dead ones included. */
export const heapBytes = (): number => getHeapStatistics().used_heap_size;

/** The clock of the times of collections, ms. */
export const now = (): number => platform.now();
