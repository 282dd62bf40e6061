import { afterAll, expect, it } from 'vitest';
import { createWorkspace } from '../../../test/support/workspace.js';
import { appendLines, readProjections } from './projection-file.js';

const made = createWorkspace({});
afterAll(made.remove);

it('a stored projection keeps bounds that a single replicate could not give', () => {
  const gain = { mean: 5, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  appendLines(made.path('p.jsonl'), [{ id: 'p1', gain, taken: null }]);
  expect(readProjections(made.path('p.jsonl'))).toEqual([{ id: 'p1', gain, taken: null }]);
});
