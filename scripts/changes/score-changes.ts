import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Estimate,
  type Projections,
  type Score,
  type SessionSettings,
  type Surroundings,
  scoreProjection,
  totalOf,
} from 'hotpath/cli';
import { carryOut } from './carry-out.js';
import { type Change, changes } from './fapilog-changes.js';

/** A change that was carried out, and what came of its projection. */
export interface Scored {
  readonly change: string;
  readonly score: Score;
}

const subject = join('subjects', 'fapilog.info.hot.ts');
const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Carries changes out on copies of fapilog, measures each between two measurements of the path as it is, and compares with
 * what was projected.
 */
export async function scoreChanges(
  path: string,
  { total, projections }: Projections,
  settings: SessionSettings,
  { output }: Pick<Surroundings, 'output'>,
): Promise<Scored[]> {
  const place = join(root, '.hotpath');
  mkdirSync(place, { recursive: true });
  const folder = mkdtempSync(join(place, 'changes-'));
  try {
    const measured = (file: string): Promise<Estimate> => totalOf(file, settings, output);
    const original = carryOut({ name: 'none', row: '', edits: [] }, root, join(folder, 'original'));
    const scored: Scored[] = [];
    let before = await measured(join(original, subject));
    for (const [index, change] of changes.entries()) {
      const after = await measured(join(carryOut(change, root, join(folder, `change-${index}`)), subject));
      const again = await measured(join(original, subject));
      const stored = projectionOf(change, projections);
      const kept = { ...stored, id: `c${index + 1}`, at: '', path, spec: subject, total, node: '', cpu: '' };
      scored.push({
        change: change.name,
        score: scoreProjection(kept, between(before, again), after, new Date().toISOString()),
      });
      before = again;
    }
    return scored;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function projectionOf(
  { row }: Change,
  projections: Projections['projections'],
): Projections['projections'][0] {
  const found = projections.find(({ name, scenario }) => name === row && scenario === 'removed');
  if (!found) throw new Error(`nothing is projected of ${row}`);
  return found;
}

/** The mean of two measurements of one thing; where they are further apart than their intervals, that is the error. */
function between(one: Estimate, other: Estimate): Estimate {
  const mean = (one.mean + other.mean) / 2;
  const own = Math.hypot(one.high - one.low, other.high - other.low) / 4;
  const error = Math.max(own, Math.abs(one.mean - other.mean) / 2);
  return { mean, low: mean - error, high: mean + error };
}
