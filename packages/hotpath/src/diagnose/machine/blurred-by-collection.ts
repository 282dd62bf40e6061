import type { Rule } from '../diagnose.js';

/** Fewest batches of a variant that must be free of collection, as the estimate demands it. */
const fewest = 8;

export const blurredByCollection: Rule = ({ forks }) => {
  const variants = forks.flatMap((fork) => fork.variants);
  const blurred = variants.filter(
    ({ batches }) =>
      batches.filter((batch) => batch.collections === 0).length < Math.min(fewest, batches.length),
  );
  if (blurred.length === 0) return null;
  return {
    id: 'blurred-by-collection',
    severity: 'warning',
    message: `in ${blurred.length} of ${variants.length} variants nearly every batch holds a garbage collection`,
    evidence: { blurred: blurred.length, variants: variants.length },
    advice: 'Their rows contain collection pauses, which the row "garbage collection" counts again.',
  };
};
