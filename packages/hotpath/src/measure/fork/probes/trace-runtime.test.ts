import { describe, expect, it } from 'vitest';
import { createTracer } from './trace-runtime.js';

describe('a trace', () => {
  it('nests places as they run inside each other', () => {
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

  it('separates the open places of a suspended activation from what runs meanwhile', () => {
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

  it('returns from a rejection to the position of the activation that catches it', () => {
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
