import type { Candidate } from '../candidate.js';

/** How a candidate is measured. */
export interface Trial {
  readonly candidate: Candidate;
  /** Extra runs per execution of a repeated place; in one of how many executions a skipped place runs, 0: in all. */
  readonly repeats: number;
}

/** A candidate's trials: as it is, and with its place repeated or skipped. */
export function trialsOf(candidate: Candidate, repeats: number): Trial[] {
  const once = { candidate, repeats: 0 };
  const { variant } = candidate;
  switch (variant.kind) {
    case 'repeat':
      return [once, { candidate, repeats }];
    case 'skip':
      return [once, ...variant.periods.map((period) => ({ candidate, repeats: period }))];
    case 'base':
    case 'twin':
    case 'timer':
    case 'run':
    case 'wait-timer':
    case 'span':
    case 'wait':
    case 'replace':
    case 'operation':
    case 'other':
      return [once];
  }
}
