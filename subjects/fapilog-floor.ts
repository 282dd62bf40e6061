import { AsyncLocalStorage } from 'node:async_hooks';
import { RingQueue } from '../packages/fapilog/src/queue.js';
import { queueCapacity as capacity, type LoggerContext } from './fapilog-logger.js';

/*
 * The floor of a log call (docs/story-1.30.md, AC3): put level, message, metadata, time and bound context into the queue,
 * and do nothing else. The queue is fapilog's own.
 */

class Capture {
  readonly level: string;
  readonly message: string;
  readonly metadata: object;
  readonly time: number;
  readonly bound: object | undefined;

  constructor(level: string, message: string, metadata: object, time: number, bound: object | undefined) {
    this.level = level;
    this.message = message;
    this.metadata = metadata;
    this.time = time;
    this.bound = bound;
  }
}

const storage = new AsyncLocalStorage<object>();
const queue = new RingQueue<unknown>(capacity, 'drop-oldest');
const bound = Object.freeze({});

/** Columns that exist already: nothing is allocated. */
const slots = {
  level: new Array<string>(capacity).fill(''),
  message: new Array<string>(capacity).fill(''),
  metadata: new Array<object | undefined>(capacity).fill(undefined),
  time: new Float64Array(capacity),
  bound: new Array<object | undefined>(capacity).fill(undefined),
  next: 0,
};

function intoSlot(message: string, metadata: object, time: number, context: object | undefined): void {
  const slot = slots.next;
  slots.level[slot] = 'INFO';
  slots.message[slot] = message;
  slots.metadata[slot] = metadata;
  slots.time[slot] = time;
  slots.bound[slot] = context;
  slots.next = (slot + 1) % capacity;
}

type Floor = Readonly<Record<string, (context: LoggerContext) => unknown>>;

const now = Date.now;

/** Kinds of capture: with the wall clock, with other clocks, and with the bound context from an AsyncLocalStorage. */
export const captureFloor: Floor = {
  tuple: ({ payload }) => queue.push(['INFO', 'bench', payload, now(), bound]),
  object: ({ payload }) =>
    queue.push({ level: 'INFO', message: 'bench', metadata: payload, time: now(), bound }),
  'class instance': ({ payload }) => queue.push(new Capture('INFO', 'bench', payload, now(), bound)),
  'ring slot': ({ payload }) => intoSlot('bench', payload, now(), bound),
  'ring slot, performance.now()': ({ payload }) => intoSlot('bench', payload, performance.now(), bound),
  'ring slot, process.hrtime()': ({ payload }) => intoSlot('bench', payload, process.hrtime()[1], bound),
  'tuple, AsyncLocalStorage': ({ payload }) =>
    queue.push(['INFO', 'bench', payload, now(), storage.getStore()]),
  'object, AsyncLocalStorage': ({ payload }) =>
    queue.push({
      level: 'INFO',
      message: 'bench',
      metadata: payload,
      time: now(),
      bound: storage.getStore(),
    }),
  'class instance, AsyncLocalStorage': ({ payload }) =>
    queue.push(new Capture('INFO', 'bench', payload, now(), storage.getStore())),
  'ring slot, AsyncLocalStorage': ({ payload }) => intoSlot('bench', payload, now(), storage.getStore()),
};

/** The least that rows of the log call have to do. */
export const rowFloors: Readonly<Record<string, Floor>> = {
  timestamp: { 'Date.now()': () => now() },
  'context lookups': { 'getStore()': () => storage.getStore() },
  'queue enqueue': { 'push of an existing object': ({ payload }) => queue.push(payload) },
};

/** Empties the queue, so that its lines do not outlive the batch. */
export function drainFloor(): void {
  while (queue.shift() !== undefined);
}
