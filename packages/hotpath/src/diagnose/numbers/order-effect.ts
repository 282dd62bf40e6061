import type { Estimate } from '../../model/report/ledger.js';
import { percent } from '../../model/text/percent.js';
import type { Rule } from '../diagnose.js';

const limit = 0.03;

/** Copies and processes are interchangeable; a difference by their order is an error of the method or of the machine. */
export const orderEffect: Rule = (_, { orderEffects: { loading, drift } }) => {
  const said = [
    ...(matters(loading)
      ? [`the copy that is loaded second takes ${percent(loading.mean)} more than the first`]
      : []),
    ...(matters(drift)
      ? [`the total changed by ${percent(drift.mean)} from the first to the last process`]
      : []),
  ];
  if (said.length === 0) return null;
  return {
    id: 'order-effect',
    severity: 'warning',
    message: said.join('; '),
    evidence: { loading: loading.mean, drift: drift.mean },
    advice: matters(drift)
      ? 'The machine changed under the measurement (clock rate, neighbours); take ratios within the run only.'
      : 'Orders are random, so rows are compared fairly; but take no difference below this for real.',
  };
};

function matters({ mean, low, high }: Estimate): boolean {
  return (low > 0 || high < 0) && Math.abs(mean) > limit;
}
