/** What a full queue gives up: the line that arrives, or the one that has waited longest. */
export type DropPolicy = 'drop-newest' | 'drop-oldest';

/** A bounded first-in, first-out queue over one preallocated array. */
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

  /** The greatest size there has been. */
  get highWaterMark(): number {
    return this.#highWaterMark;
  }

  /** Returns false when one item was dropped: this one or the oldest, by policy. */
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

  /** The oldest item, or `undefined` when the queue is empty. */
  shift(): T | undefined {
    if (this.#size === 0) return undefined;
    const item = this.#slots[this.#head];
    // An emptied slot must not keep its item alive until the ring comes round again.
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
