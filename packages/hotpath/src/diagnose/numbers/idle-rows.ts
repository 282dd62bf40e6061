import type { Plan } from '../../model/measurement/plan.js';
import type { Finding } from '../../model/report/finding.js';

/** Marked places that the path loads and never runs. They cost nothing, but the reader may look for them. */
export function idleRows({ plan }: { readonly plan: Pick<Plan, 'places' | 'idle'> }): Finding | null {
  const names = plan.idle.map((index) => plan.places[index]?.name ?? '').filter((name) => name !== '');
  if (names.length === 0) return null;
  return {
    id: 'idle-rows',
    severity: 'note',
    message: `never ran: ${names.join(', ')}`,
    evidence: { names },
    advice: 'This is fine if the path does not need them. Otherwise change what `run` does.',
  };
}
