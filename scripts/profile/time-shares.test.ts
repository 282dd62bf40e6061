import { describe, expect, it } from 'vitest';
import { shareTime } from './time-shares.js';

describe('shares of time', () => {
  it('go by weight; what a part leaves or overdraws is divided among the parts after it', () => {
    let clock = 50;
    const shares = shareTime(100, [2, 1, 1], () => clock);
    expect(shares.next()).toBe(50);
    clock += 20;
    expect(shares.next()).toBe(40);
    clock += 70;
    expect(shares.next()).toBe(10);
    clock += 30;
    expect(() => shares.next()).toThrow('no part is left');
  });

  it('are at least 1 ms: a part decides itself what it cannot leave out', () => {
    let clock = 0;
    const shares = shareTime(10, [1, 1], () => clock);
    shares.next();
    clock = 60;
    expect(shares.next()).toBe(1);
  });
});
