import type { Progress } from '../../sessions/session.js';

const cells = 20;

/** A line for work under way: name, bar, forks, time left. `elapsedMs` since the first progress. */
export function progressLine({ name, done, forksDone, forks }: Progress, elapsedMs: number): string {
  const full = Math.round(done * cells);
  const bar = '█'.repeat(full) + '░'.repeat(cells - full);
  const left = done > 0.02 ? `, ${Math.ceil((elapsedMs * (1 - done)) / done / 1000)} s left` : '';
  return `${name} ${bar} process ${Math.min(forksDone + 1, forks)} of ${forks}${left}`;
}
