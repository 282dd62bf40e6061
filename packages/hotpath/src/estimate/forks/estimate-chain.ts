import type { ChainReading } from '../../model/measurement/measurement.js';
import { quantile } from '../../stats/summary.js';
import type { CleanRule } from '../batches/clean-rule.js';
import type { PathNumbers } from './path-numbers.js';

/** Fewest calm readings that stand for the chain; with fewer, the calmest quarter of all does. */
const fewest = 3;

/** Of the readings the time that a quarter stays below: interrupts lengthen the others. */
const undisturbed = 0.25;

/** The turns of the chain with its middle part, in those without it: 240 of 200. */
const growth = 1.2;

/** How far that growth may be off, as a share of it, before the chain counts as not compiled alike. */
const unlike = 0.04;

type ChainNumbers = Pick<PathNumbers, 'hotInterval' | 'hiddenInChain' | 'addedToChain'>;

const unknown: ChainNumbers = {
  hotInterval: Number.NaN,
  hiddenInChain: Number.NaN,
  addedToChain: Number.NaN,
};

/** What a pair of clock reads does to a chain of arithmetic in one fork, ns per pair; NaN where that was not measured. */
export function estimateChain(readings: readonly ChainReading[], { calmNs }: CleanRule): ChainNumbers {
  const calm = calmest(readings, calmNs);
  const typical = (name: keyof ChainReading): number =>
    quantile(
      calm.map((reading) => reading[name]),
      undisturbed,
    );
  const [without, plain, empty] = [typical('withoutNs'), typical('plainNs'), typical('emptyNs')];
  if (!(Math.abs(plain / (growth * without) - 1) <= unlike)) return unknown;
  return {
    hotInterval: empty,
    hiddenInChain: empty + (plain - without) - typical('spanNs'),
    addedToChain: typical('probedNs') - plain,
  };
}

function calmest(readings: readonly ChainReading[], calmNs: number): readonly ChainReading[] {
  const calm = readings.filter(({ yardstickNs }) => yardstickNs <= calmNs);
  if (calm.length >= fewest) return calm;
  const ranked = [...readings].sort((a, b) => a.yardstickNs - b.yardstickNs);
  return ranked.slice(0, Math.max(fewest, Math.round(ranked.length / 4)));
}
