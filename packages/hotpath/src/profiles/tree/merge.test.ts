import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../test/support/profile-of.js';
import { mergeProfiles } from './merge.js';
import { createProfileBuilder } from './profile-builder.js';
import { totalsOf } from './walk.js';

describe('merged profiles', () => {
  it('have each call once, with the sum of its weights', () => {
    const sum = mergeProfiles([profileOf({ 'a b': 1, c: 2 }), profileOf({ 'a b': 3, 'a d': 4 })]);
    expect(sum?.parents.length).toBe(5);
    expect(sum && [totalsOf(sum)[0], sum.samples]).toEqual([10, 10]);
  });

  it('are null when their units differ', () => {
    expect(mergeProfiles([profileOf({ a: 1 }), createProfileBuilder('bytes').build()])).toBeNull();
  });
});
