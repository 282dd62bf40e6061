import { percent } from '../../model/text/percent.js';
import type { Rule } from '../diagnose.js';

/** Samples come from few processes; a smaller gain may be theirs. */
const limit = 0.8;

/**
 * Inlining is meant to gain; where a path is quicker without it, the compiler does something to it that the author should know.
 * One that waits is sampled while its threads go where they like: how long it takes then says nothing of inlining.
 */
export const slowerInlined: Rule = (_, { rows, waking }) => {
  if (waking !== null) return null;
  const slowDown = rows.find((row) => row.routes.sampled)?.routes.sampled?.slowDown ?? 1;
  if (slowDown >= limit) return null;
  return {
    id: 'slower-inlined',
    severity: 'warning',
    message: `V8 makes this path slower by inlining: without, it takes ${percent(slowDown)} of its time`,
    evidence: { slowDown },
    advice:
      'Look for a hot loop that is called inside `try`, and every async function is one: once inlined there, a loop took 4.4 times as long in Node 20 (docs/adr/0003-no-try-around-timed-rows.md). Code that is too large to be inlined, or called from outside, keeps its speed.',
  };
};
