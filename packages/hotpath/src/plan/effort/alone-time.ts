import type { Policy } from '../../model/measurement/policy.js';

/** How long the path runs alone after the first fork of a replicate, for the price of its garbage, ms. */
export function aloneTime(
  replicate: number,
  { aloneMs, aloneReplicates }: Pick<Policy, 'aloneMs' | 'aloneReplicates'>,
): number {
  return aloneReplicates === null || replicate < aloneReplicates ? aloneMs : 0;
}
