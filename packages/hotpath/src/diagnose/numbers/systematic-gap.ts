import type { Estimate } from '../../model/report/estimate.js';

/** Smaller differences between copies of the same code do not matter; a share of the whole. */
const smallest = 0.03;

/** Whether a difference between copies of the same code is real and large enough to matter: an error of method or machine. */
export function isSystematicGap({ mean, low, high }: Estimate): boolean {
  return (low > 0 || high < 0) && Math.abs(mean) > smallest;
}
