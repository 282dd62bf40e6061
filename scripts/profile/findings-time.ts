/** How long the parts of the findings may take, in order: cost studies, subjects, recommendations carried out. */
export interface FindingsTime {
  /** To be called when the cost studies are done, which are never shortened. */
  costStudiesDone(): void;
  /** What the subjects may take, ms; null: no limit. */
  forSubjects(): number | null;
  /** Whether there is time to carry recommendations out. */
  canScore(): boolean;
}

/**
 * Time to carry recommendations out, as a share of the time of the cost studies: a slow machine slows both. Recommendations
 * always have the quick effort.
 */
const scoringShare = { default: 0.6, quick: 1.1 } as const;

/** Share of its time that scoring needs to be left: subjects that take slightly too long do not prevent it. */
const enough = 0.85;

/** Divides `budgetMs` from now on; null: no limit. `now` is a clock, ms. */
export function findingsTime(
  budgetMs: number | null,
  effort: keyof typeof scoringShare,
  now: () => number,
): FindingsTime {
  const beganMs = now();
  let scoringMs = 0;
  const leftMs = (): number | null => (budgetMs === null ? null : beganMs + budgetMs - now());
  return {
    costStudiesDone() {
      scoringMs = scoringShare[effort] * (now() - beganMs);
    },
    forSubjects() {
      const left = leftMs();
      return left === null ? null : Math.max(1, left - scoringMs);
    },
    canScore: () => (leftMs() ?? Number.POSITIVE_INFINITY) >= enough * scoringMs,
  };
}
