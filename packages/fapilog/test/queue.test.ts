import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RingQueue } from '../src/queue.js';
import { upTo } from './support.js';

function takeAll<T>(queue: RingQueue<T>): T[] {
  const items: T[] = [];
  for (let item = queue.shift(); item !== undefined; item = queue.shift()) items.push(item);
  return items;
}

describe('a ring queue', () => {
  it('drops the newest item under drop-newest', () => {
    const queue = new RingQueue<number>(3, 'drop-newest');
    expect(upTo(5).map((n) => queue.push(n))).toEqual([true, true, true, false, false]);
    expect(takeAll(queue)).toEqual([0, 1, 2]);
  });

  it('drops the oldest item under drop-oldest', () => {
    const queue = new RingQueue<number>(3, 'drop-oldest');
    expect(upTo(5).map((n) => queue.push(n))).toEqual([true, true, true, false, false]);
    expect(takeAll(queue)).toEqual([2, 3, 4]);
  });

  it('reports its largest size as the high-water mark', () => {
    const queue = new RingQueue<number>(10, 'drop-newest');
    for (const n of upTo(4)) queue.push(n);
    takeAll(queue);
    queue.push(0);
    expect([queue.size, queue.highWaterMark]).toEqual([1, 4]);
  });

  it.each(['drop-newest', 'drop-oldest'] as const)('behaves as a bounded array under %s', (policy) => {
    const actions = fc.array(fc.oneof(fc.constant('push' as const), fc.constant('shift' as const)), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), actions, (capacity, steps) => {
        const queue = new RingQueue<number>(capacity, policy);
        const model: number[] = [];
        let pushed = 0;
        let dropped = 0;
        let taken = 0;
        let highest = 0;
        for (const step of steps) {
          if (step === 'shift') {
            const expected = model.shift();
            expect(queue.shift()).toBe(expected);
            if (expected !== undefined) taken += 1;
            continue;
          }
          const full = model.length === capacity;
          if (!full) model.push(pushed);
          else if (policy === 'drop-oldest') model.splice(0, model.length, ...model.slice(1), pushed);
          expect(queue.push(pushed)).toBe(!full);
          pushed += 1;
          if (full) dropped += 1;
          highest = Math.max(highest, model.length);
        }
        taken += model.length;
        expect(takeAll(queue)).toEqual(model);
        expect(pushed).toBe(taken + dropped);
        expect(queue.highWaterMark).toBe(highest);
      }),
    );
  });
});
