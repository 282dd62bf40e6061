import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { BoundContext } from '../src/context.js';

describe('a bound context', () => {
  it('is empty outside any scope', () => {
    expect(new BoundContext().current()).toEqual({ bound: {}, correlationId: undefined });
  });

  it('ends with a synchronous scope and returns its result', () => {
    const context = new BoundContext();
    expect(context.run({ a: 1 }, () => context.current().bound)).toEqual({ a: 1 });
    expect(context.current().bound).toEqual({});
  });

  it('persists across awaits inside an asynchronous scope', async () => {
    const context = new BoundContext();
    const seen = await context.run({ a: 1 }, async () => {
      await nextTurn();
      return context.current().bound;
    });
    expect(seen).toEqual({ a: 1 });
    expect(context.current().bound).toEqual({});
  });

  it('adds inner values to outer ones, which they override', () => {
    const context = new BoundContext();
    const seen = context.run({ a: 1, b: 1 }, () => context.run({ b: 2 }, () => context.current().bound));
    expect(seen).toEqual({ a: 1, b: 2 });
  });

  it('keeps values bound outside any scope for the code that follows', async () => {
    const context = new BoundContext();
    context.bind({ a: 1 });
    context.bind({ b: 2 });
    await nextTurn();
    expect(context.current().bound).toEqual({ a: 1, b: 2 });
  });

  it('keeps values of concurrent siblings apart', async () => {
    const context = new BoundContext();
    const child = (name: string) =>
      context.run({ parent: true }, async () => {
        context.bind({ [name]: name });
        await nextTurn();
        context.bind({ last: name });
        await nextTurn();
        return context.current().bound;
      });
    const seen = await Promise.all([child('left'), child('right')]);
    expect(seen).toEqual([
      { parent: true, left: 'left', last: 'left' },
      { parent: true, right: 'right', last: 'right' },
    ]);
    expect(context.current().bound).toEqual({});
  });

  it('does not change contexts that branched off earlier', async () => {
    const context = new BoundContext();
    await context.run({ a: 1 }, async () => {
      const earlier = nextTurn().then(() => context.current().bound);
      context.bind({ a: 2 });
      expect(await earlier).toEqual({ a: 1 });
      expect(context.current().bound).toEqual({ a: 2 });
    });
  });

  it('removes single keys with unbind and all with clear', () => {
    const context = new BoundContext();
    context.runCorrelated('c-1', () => {
      context.bind({ a: 1, b: 2, c: 3 });
      context.unbind('a', 'c', 'never');
      expect(context.current()).toEqual({ bound: { b: 2 }, correlationId: 'c-1' });
      context.clear();
      expect(context.current()).toEqual({ bound: {}, correlationId: undefined });
    });
  });

  it('never edits a scope object in place', () => {
    const context = new BoundContext();
    context.run({ a: 1 }, () => {
      const before = context.current();
      context.bind({ b: 2 });
      context.unbind('a');
      expect(before.bound).toEqual({ a: 1 });
    });
  });
});
