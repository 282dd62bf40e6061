import type { Rule } from './diagnose.js';
import { percent } from './words.js';

/** Fewer of a function's copies than this share are stragglers that the mean does not feel. */
const limit = 0.1;

/** A row's function that V8 was still compiling ran in more than one speed; its batches are averaged over both. */
export const compiledWhileMeasured: Rule = (_, { rows }) => {
  const changed = new Map<string, number>();
  for (const { code } of rows) {
    if (!code) continue;
    const copies = Object.values(code.after).reduce((sum, many) => sum + many, 0);
    if (code.changed > limit * copies) changed.set(code.function, code.changed / copies);
  }
  if (changed.size === 0) return null;
  const named = [...changed].map(([name, share]) => `${name} (${percent(share)} of its copies)`);
  return {
    id: 'compiled-while-measured',
    severity: 'note',
    message: `V8 was still compiling ${named.join(', ')} while it was measured`,
    evidence: { functions: [...changed.keys()] },
    advice: 'The warm-up was too short for this path: run without --quick.',
  };
};
