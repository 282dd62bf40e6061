import type { Rule } from '../diagnose.js';

/** Marked places that the path loads and never runs: they cost nothing, and the reader may wonder. */
export const idleRows: Rule = ({ plan }) => {
  const names = plan.idle.map((index) => plan.places[index]?.name ?? '').filter((name) => name !== '');
  if (names.length === 0) return null;
  return {
    id: 'idle-rows',
    severity: 'note',
    message: `never ran: ${names.join(', ')}`,
    evidence: { names },
    advice: 'Fine where this path does not need them; otherwise change what `run` does.',
  };
};
