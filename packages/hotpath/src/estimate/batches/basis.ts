import type { Measurement } from '../../model/measurement/measurement.js';
import { type CleanRule, cleanRule } from './clean-rule.js';
import { type GarbagePrices, garbagePrices } from './garbage-price.js';

/** What all estimates from one measurement share. */
export interface Basis {
  readonly rule: CleanRule;
  readonly priceIn: GarbagePrices;
}

export function basisOf(measurement: Measurement): Basis {
  const rule = cleanRule(measurement);
  return { rule, priceIn: garbagePrices(measurement, rule) };
}
