import { percent } from '../../model/text/percent.js';
import type { Rule } from '../rule.js';
import { isSystematicGap } from './systematic-gap.js';

/** Copies and forks are interchangeable. A difference by their order is an error of the method or of the machine. */
export const orderEffect: Rule = (_, { orderEffects: { loading, drift } }) => {
  const drifts = isSystematicGap(drift);
  const parts = [
    ...(isSystematicGap(loading)
      ? [`the copy that is loaded second takes ${percent(loading.mean)} longer than the first`]
      : []),
    ...(drifts ? [`the total changed by ${percent(drift.mean)} from the first fork to the last`] : []),
  ];
  if (parts.length === 0) return null;
  return {
    id: 'order-effect',
    severity: 'warning',
    message: parts.join('; '),
    evidence: { loading: loading.mean, drift: drift.mean },
    advice: drifts
      ? 'The machine changed during the measurement (clock rate, neighbours). Use only ratios within this run.'
      : 'Copies are loaded in random order, so rows are compared fairly. Ignore differences that are smaller than this one.',
  };
};
