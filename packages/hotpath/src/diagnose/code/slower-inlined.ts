import { percent } from '../../model/text/percent.js';
import type { Rule } from '../rule.js';

/** Time without inlining / time with it, from which on nothing is said: samples come from few forks. */
const limit = 0.8;

/**
 * Inlining is meant to make code faster. Where a path is faster without it, the compiler does something that the author should know.
 * A path that waits is sampled while its threads are not kept on particular processors, so its time says nothing about inlining.
 */
export const slowerInlined: Rule = (_, { rows, waking }) => {
  if (waking !== null) return null;
  const slowDown = rows.find((row) => row.routes.sampled)?.routes.sampled?.slowDown ?? 1;
  if (slowDown >= limit) return null;
  return {
    id: 'slower-inlined',
    severity: 'warning',
    message: `inlining makes this path slower: without it, the path takes ${percent(slowDown)} of its time`,
    evidence: { slowDown },
    advice:
      'Look for a hot loop inside `try` or in an async function (V8 compiles its body like a `try`). Inlined there, a loop ran 4.4 times slower on Node 20 (docs/adr/0003-no-try-around-timed-rows.md). Move it into a function too large to inline.',
  };
};
