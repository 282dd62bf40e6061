import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type CommandContext,
  compareTotals,
  type Projections,
  type Saving,
  type Scenario,
  type Score,
  type SessionSettings,
  scoreProjection,
} from 'hotpath/cli';
import { carryOut } from './carry-out.js';
import { type Change, changes } from './fapilog-changes.js';

/** A change that was carried out, and how right one of its projections was. */
export interface Scored {
  readonly change: string;
  readonly score: Score;
}

const subject = join('subjects', 'fapilog.info.hot.ts');
const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Carries the changes out on copies of fapilog, measures copies and original in the same forks, and compares the savings
 * with the projections.
 */
export async function scoreChanges(
  path: string,
  { total, projections }: Projections,
  settings: SessionSettings,
  { output }: Pick<CommandContext, 'output'>,
): Promise<Scored[]> {
  const place = join(root, '.hotpath');
  mkdirSync(place, { recursive: true });
  const folder = mkdtempSync(join(place, 'changes-'));
  try {
    const original = carryOut({ name: 'none', edits: [] }, root, join(folder, 'original'));
    const copies = changes.map((change, index) => carryOut(change, root, join(folder, `change-${index}`)));
    const specs = [original, ...copies].map((copy) => join(copy, subject));
    const savings = await compareTotals(specs[0] as string, specs.slice(1), settings, output);
    return changes.flatMap((change, index) => {
      const { before, saved } = savings[index] as Saving;
      return change.scenarios.map((scenario) => {
        const projection = projectionOf(change, scenario, projections);
        const stored = {
          ...projection,
          id: `c${index + 1}`,
          at: '',
          node: '',
          cpu: '',
          path,
          spec: subject,
          total,
        };
        const score = scoreProjection(stored, before, saved, new Date().toISOString());
        return { change: change.name, score };
      });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function projectionOf(
  { row }: Change,
  scenario: Scenario,
  projections: Projections['projections'],
): Projections['projections'][0] {
  const found = projections.find((one) => one.name === row && one.scenario === scenario);
  if (!found) throw new Error(`there is no projection for ${row}, ${scenario}`);
  return found;
}
