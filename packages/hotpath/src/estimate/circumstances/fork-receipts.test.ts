import { expect, it } from 'vitest';
import { exampleLedger } from '../../../test/support/example-ledger.js';

it('every fork has the same weight, and its influence is what leaving it out would change', async () => {
  const { forks } = await exampleLedger({ forkFactor: (random) => 1 + 0.2 * random() }, { replicates: 8 }, 3);
  expect(forks.map(({ weight }) => weight)).toEqual(new Array(8).fill(1 / 8));
  const slowest = [...forks].sort((a, b) => b.cleanNs - a.cleanNs)[0];
  const others = forks.filter((fork) => fork !== slowest).map(({ cleanNs }) => cleanNs);
  const without = others.reduce((sum, ns) => sum + ns, 0) / others.length;
  const withIt = forks.reduce((sum, { cleanNs }) => sum + cleanNs, 0) / 8;
  expect(slowest?.influence).toBeCloseTo(without / withIt - 1, 10);
});
