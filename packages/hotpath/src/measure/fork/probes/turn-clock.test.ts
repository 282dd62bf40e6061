import { describe, expect, it } from 'vitest';
import { createTurnClock } from './turn-clock.js';

describe('a clock for overlapping executions', () => {
  const spinMs = (ms: number): void => {
    for (const end = performance.now() + ms; performance.now() < end; );
  };

  it('stops while its activation is suspended, and counts stretches and suspended time', () => {
    const position = { current: 0 };
    const clock = createTurnClock([1], (at) => (at === 0 ? 1 : undefined), position);
    const [a, b] = [clock.turns.start(), clock.turns.start()];
    const inA = clock.pair.enter();
    spinMs(4);
    clock.turns.away(a, null);
    const inB = clock.pair.enter();
    spinMs(2);
    clock.turns.away(b, null);
    spinMs(8);
    clock.turns.back(a);
    clock.pair.leave(inA);
    clock.turns.end(a);
    clock.turns.back(b);
    clock.pair.leave(inB);
    clock.turns.end(b);
    const [sum] = clock.take();
    expect(sum).toMatchObject({ node: 1, count: 2, pairs: 4 });
    // a waited 2 + 8 ms, b 8 ms; a loaded machine makes it more, never less.
    expect((sum as { sumNs: number }).sumNs / 6e6).toBeGreaterThan(0.99);
    expect(((sum as { offNs: number }).offNs ?? 0) / 18e6).toBeGreaterThan(0.99);
    expect(position.current).toBe(0);
    expect(clock.take()).toEqual([]);
  });

  it('gives no suspended time while executions have not ended', () => {
    const position = { current: 0 };
    const clock = createTurnClock([1], (at) => (at === 0 ? 1 : undefined), position);
    const turn = clock.turns.start();
    clock.pair.enter();
    clock.turns.away(turn, null);
    const other = clock.pair.enter();
    clock.pair.leave(other);
    expect(clock.take()).toMatchObject([{ count: 2, pairs: 2, offNs: null }]);
  });

  it('counts an execution that is left while it is suspended, and does not count one inside itself', () => {
    const position = { current: 0 };
    const clock = createTurnClock([1], () => 1, position);
    const turn = clock.turns.start();
    const token = clock.pair.enter();
    const inner = clock.pair.enter();
    clock.pair.leave(inner);
    expect(position.current).toBe(1);
    clock.turns.away(turn, null);
    clock.turns.end(turn);
    expect(token).toBe(0);
    expect(clock.take()).toMatchObject([{ count: 1, pairs: 1 }]);
    expect(position.current).toBe(0);
    // One that never resumes has run until it was suspended.
    const left = clock.turns.start();
    clock.pair.enter();
    clock.turns.away(left, null);
    expect(clock.take()).toMatchObject([{ count: 1, pairs: 1, offNs: null }]);
  });
});
