/** Which line a full queue drops: the new one or the oldest one. */
export type DropPolicy = 'drop-newest' | 'drop-oldest';

/** A bounded first-in, first-out queue in a preallocated array. */
export class RingQueue<T> {
  readonly #slots: (T | undefined)[];
  readonly #dropOldest: boolean;
  #head = 0;
  #size = 0;
  #highWaterMark = 0;

  /** `capacity` is at least 1. */
  constructor(capacity: number, policy: DropPolicy) {
    this.#slots = new Array<T | undefined>(capacity).fill(undefined);
    this.#dropOldest = policy === 'drop-oldest';
  }

  get size(): number {
    return this.#size;
  }

  /** The largest size so far. */
  get highWaterMark(): number {
    return this.#highWaterMark;
  }

  /** Returns false if an item was dropped: the new or the oldest one, by policy. */
  push(item: T): boolean {
    const capacity = this.#slots.length;
    if (this.#size === capacity) return this.#pushFull(item);
    let tail = this.#head + this.#size;
    if (tail >= capacity) tail -= capacity;
    this.#slots[tail] = item;
    this.#size += 1;
    if (this.#size > this.#highWaterMark) this.#highWaterMark = this.#size;
    return true;
  }

  /** Removes and returns the oldest item; `undefined` if the queue is empty. */
  shift(): T | undefined {
    if (this.#size === 0) return undefined;
    const item = this.#slots[this.#head];
    // An empty slot must not keep its item alive until the slot is reused.
    this.#slots[this.#head] = undefined;
    this.#advanceHead();
    this.#size -= 1;
    return item;
  }

  #pushFull(item: T): false {
    if (this.#dropOldest) {
      this.#slots[this.#head] = item;
      this.#advanceHead();
    }
    return false;
  }

  #advanceHead(): void {
    this.#head = this.#head + 1 === this.#slots.length ? 0 : this.#head + 1;
  }
}
