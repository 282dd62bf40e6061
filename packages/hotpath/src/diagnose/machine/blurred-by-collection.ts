import { fewestBatches, isBlurredByCollection } from '../../model/measurement/collection-free.js';
import type { Rule } from '../rule.js';

/** Where too few batches are free of collections, the estimate uses all of them, pauses included. */
export const blurredByCollection: Rule = ({ forks }) => {
  const variants = forks.flatMap((fork) => fork.variants);
  const blurred = variants.filter(({ batches }) => isBlurredByCollection(batches));
  if (blurred.length === 0) return null;
  return {
    id: 'blurred-by-collection',
    severity: 'warning',
    message: `in ${blurred.length} of ${variants.length} variants fewer than ${fewestBatches} batches are free of garbage collection`,
    evidence: { blurred: blurred.length, variants: variants.length },
    advice:
      'The rows that they time contain collection pauses, which the row "garbage collection" counts again: read those rows as upper bounds.',
  };
};
