import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../test/support/profile-of.js';
import { prune } from './prune.js';

describe('pruning', () => {
  const profile = profileOf({ 'a b': 5, 'a c': 3, 'a c d': 1, e: 1, f: 0 });
  const names = (most: number, narrowest: number): string =>
    [...prune(profile, most, narrowest).kept]
      .flatMap((isKept, node) =>
        isKept ? [profile.functions[profile.functionOf[node] as number]?.name ?? 'all'] : [],
      )
      .join(' ');

  it('keeps the heaviest calls with their callers, and no call without weight', () => {
    expect(names(10, 0)).toBe('all a b c d e');
    expect(names(3, 0)).toBe('all a b c');
    expect(names(4, 0)).toBe('all a b c d');
    expect(names(1, 0)).toBe('all a');
    expect(prune(profile, 3, 0).leftOut).toBe(3);
  });

  it('leaves out what is lighter than a share of the whole', () => {
    expect(names(10, 0.2)).toBe('all a b c');
    expect(names(10, 0.1)).toBe('all a b c d e');
  });
});
