/** How long the parts of the findings may take, in their order: copies and errors, the subjects, recommendations carried out. */
export interface FindingsTime {
  /** Copies and errors, which are never shortened, are done. */
  experimentsDone(): void;
  /** What the subjects may take, ms; null: no limit. */
  forSubjects(): number | null;
  /** Whether there is time to carry recommendations out. */
  canScore(): boolean;
}

/**
 * What carrying recommendations out takes, as a share of what copies and errors took: a slow machine slows both. It has no more
 * than the quick effort in any case.
 */
const scoringShare = { default: 0.6, quick: 1.1 } as const;

/** Subjects that took a little too long do not cost the recommendations. */
const enough = 0.85;

/** Shares `budgetMs` out, from now on; null: no limit. `now` is a clock, ms. */
export function findingsTime(
  budgetMs: number | null,
  effort: keyof typeof scoringShare,
  now: () => number,
): FindingsTime {
  const beganMs = now();
  let scoringMs = 0;
  const leftMs = (): number | null => (budgetMs === null ? null : beganMs + budgetMs - now());
  return {
    experimentsDone() {
      scoringMs = scoringShare[effort] * (now() - beganMs);
    },
    forSubjects() {
      const left = leftMs();
      return left === null ? null : Math.max(1, left - scoringMs);
    },
    canScore: () => (leftMs() ?? Number.POSITIVE_INFINITY) >= enough * scoringMs,
  };
}
