import { describe, expect, it } from 'vitest';
import { untilOccupied } from '../tasks/trace.js';
import { createTracer } from './trace-runtime.js';
import { createTurnClock } from './turn-clock.js';

describe('a trace', () => {
  it('nests what runs inside what', () => {
    const tracer = createTracer();
    const outer = tracer.enter(0);
    tracer.leave(tracer.enter(1));
    tracer.leave(outer);
    tracer.leave(tracer.enter(1));
    expect(tracer.nodes).toEqual([
      { place: -1, parent: -1, count: 0 },
      { place: 0, parent: 0, count: 1 },
      { place: 1, parent: 1, count: 1 },
      { place: 1, parent: 0, count: 1 },
    ]);
    expect(tracer.overlapped).toBe(false);
  });

  it('does not count a place inside itself', () => {
    const tracer = createTracer();
    const outer = tracer.enter(0);
    const inner = tracer.enter(0);
    tracer.leave(inner);
    tracer.leave(tracer.enter(1));
    tracer.leave(outer);
    expect(tracer.nodes.map(({ parent, count }) => [parent, count])).toEqual([
      [-1, 0],
      [0, 1],
      [1, 1],
    ]);
    expect([...tracer.recursive]).toEqual([0]);
  });

  it('keeps what is open in a suspended activation from whoever runs meanwhile', () => {
    const tracer = createTracer();
    const { turns } = tracer;
    const first = turns.start();
    const inFirst = tracer.enter(0);
    turns.away(first, null);
    tracer.leave(tracer.enter(1));
    turns.back(first);
    tracer.leave(tracer.enter(2));
    tracer.leave(inFirst);
    turns.end(first);
    expect(tracer.nodes.map(({ place, parent }) => [place, parent])).toEqual([
      [-1, -1],
      [0, 0],
      [1, 0],
      [2, 1],
    ]);
    expect(tracer.overlapped).toBe(true);
  });

  it('takes a rejection home to where it lands', () => {
    const tracer = createTracer();
    const { turns } = tracer;
    const turn = turns.start();
    const token = tracer.enter(0);
    turns.away(turn, null);
    turns.back(turn);
    tracer.abandon(0, token);
    turns.end(turn);
    tracer.leave(tracer.enter(1));
    expect([...tracer.thrown]).toEqual([0]);
    expect(tracer.nodes[2]).toEqual({ place: 1, parent: 0, count: 1 });
    expect(tracer.overlapped).toBe(false);
  });
});

describe('a clock for overlapping executions', () => {
  const spinMs = (ms: number): void => {
    for (const end = performance.now() + ms; performance.now() < end; );
  };

  it('stands still while its activation is suspended, and counts each stretch and what it waited', () => {
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

  it('knows nothing of the waits of executions that have not ended', () => {
    const position = { current: 0 };
    const clock = createTurnClock([1], (at) => (at === 0 ? 1 : undefined), position);
    const turn = clock.turns.start();
    clock.pair.enter();
    clock.turns.away(turn, null);
    const other = clock.pair.enter();
    clock.pair.leave(other);
    expect(clock.take()).toMatchObject([{ count: 1, pairs: 2, offNs: null }]);
  });
});

describe('whether a path waits', () => {
  const pass = (occupied: number | null) => ({
    operations: 64,
    nsPerOperation: 50_000,
    occupied,
    async: false,
  });
  const tell = async (...shares: (number | null)[]) => {
    const left = shares.map(pass);
    const { occupied, operations } = await untilOccupied(async () => left.shift() ?? pass(0));
    return { occupied, operations };
  };

  it('is told by one pass where that was on the processor, or where nothing tells', async () => {
    expect(await tell(0.97)).toEqual({ occupied: 0.97, operations: 64 });
    expect(await tell(null)).toEqual({ occupied: null, operations: 64 });
  });

  it('is not believed at once: a thread may have lost its processor to another machine', async () => {
    expect(await tell(0.6, 0.95)).toEqual({ occupied: 0.95, operations: 128 });
  });

  it('is believed when it comes again and again', async () => {
    expect(await tell(0.2, 0.3, 0.25, 0.9)).toEqual({ occupied: 0.3, operations: 192 });
  });
});
