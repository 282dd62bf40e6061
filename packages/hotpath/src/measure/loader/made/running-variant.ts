let running: string | null = null;

/** Notes whose code runs from now on: functions that it makes from text belong to this variant. */
export function nowRuns(variant: string): void {
  running = variant;
}

/** The variant whose code runs; null outside of all. */
export function runningVariant(): string | null {
  return running;
}
