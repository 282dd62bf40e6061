import { expect, it } from 'vitest';
import * as viewer from '../../../../viewer/src/report/ledger/waiting.js';
import * as model from './waiting.js';

it('the terminal and the report page show the same waits', () => {
  const total = { mean: 1000, low: 900, high: 1100 };
  for (const mean of [-10, 0, 19, 20, 21, 500, Number.NaN])
    for (const half of [0, 10, 20, 30, Number.POSITIVE_INFINITY]) {
      const waiting = { mean, low: mean - half, high: mean + half };
      expect(viewer.isWaitShown({ total, waiting })).toBe(model.isWaitShown({ total, waiting }));
      expect(viewer.waitOfRow(waiting)).toEqual(model.waitOfRow(waiting));
    }
});
