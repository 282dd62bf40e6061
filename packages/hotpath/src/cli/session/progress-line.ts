import type { Progress } from '../../sessions/session.js';

const cells = 20;

/** Too little is done before this share to say how long the rest takes. */
const leastDone = 0.02;

/** The progress of a session in a line: name, bar, forks, time left. `elapsedMs` counts from the first progress. */
export function progressLine({ name, done, forksDone, forks }: Progress, elapsedMs: number): string {
  const full = Math.round(done * cells);
  const bar = '█'.repeat(full) + '░'.repeat(cells - full);
  const left = done > leastDone ? `, ${Math.ceil((elapsedMs * (1 - done)) / done / 1000)} s left` : '';
  return `${name} ${bar} fork ${Math.min(forksDone + 1, forks)} of ${forks}${left}`;
}
