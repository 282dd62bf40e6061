import { percent } from '../../model/text/percent.js';
import type { Rule } from '../diagnose.js';

const limit = 0.05;

export const wideInterval: Rule = (_, { total }) => {
  const half = (total.high - total.low) / 2 / total.mean;
  if (half <= limit) return null;
  const width = Number.isFinite(half) ? `±${percent(half)}` : 'unknown';
  return {
    id: 'wide-interval',
    severity: 'warning',
    message: `the whole differs between processes: its 95% interval is ${width}`,
    evidence: { relativeHalfWidth: Number.isFinite(half) ? half : 'infinite' },
    advice: 'Measure longer, with --target, and with nothing else on the machine.',
  };
};
