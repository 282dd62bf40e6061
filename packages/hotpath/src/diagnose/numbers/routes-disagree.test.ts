import { describe, expect, it } from 'vitest';
import { exampleReport, findingOf } from '../../../test/support/example-ledger.js';
import { examplePath } from '../../../test/support/example-path.js';

/** `push` runs too rarely for a route from outside, so no row has three routes. */
const fewRows = {
  ...examplePath.tree,
  nodes: examplePath.tree.nodes.map((node, index) => (index === 4 ? { ...node, count: 40 } : node)),
};

describe('routes that disagree', () => {
  it('are a finding on exactly the rows whose confidence is low for that reason', async () => {
    const discords: number[] = [];
    for (let percent = 50; percent <= 100; percent += 2) {
      const report = await exampleReport({ marginalFactor: percent / 100, tree: fewRows });
      const { rows } = report.ledger;
      const distrusted = rows.filter(({ reason }) => reason.startsWith('its routes disagree'));
      const named = findingOf(report, 'routes-disagree')?.evidence.rows ?? [];
      expect(named).toEqual(distrusted.map(({ id }) => id));
      discords.push(...rows.flatMap(({ routes }) => routes.discord ?? []));
    }
    // The cases lie on both sides of the limit, and close to it.
    expect(discords.filter((discord) => discord > 2 && discord <= 2.5).length).toBeGreaterThan(0);
    expect(discords.filter((discord) => discord > 2.5 && discord < 3).length).toBeGreaterThan(0);
  });
});
