import { z } from 'zod';
import { estimate, finding } from './parts.js';

const gain = estimate.describe('ns per operation');

/** The published schema of what `hotpath what-if` projects. */
export const projectionsSchema = z.object({
  schema: z.literal('hotpath/projections@1'),
  unit: z.literal('ns'),
  name: z.string().describe('of the path'),
  total: estimate,
  projections: z.array(
    z.object({
      row: z.string(),
      name: z.string(),
      scenario: z.string().describe('removed, no garbage, N times cheaper, N times dearer, replaced by NAME'),
      gain: gain.describe('what the path would save; negative when it would take longer'),
      collection: gain.describe('the part of gain that comes from garbage that is not made'),
      taken: gain.nullable().describe("the part of the row's time in the ledger that changes"),
      slope: estimate.nullable().describe('gain / taken'),
      projected: gain.describe('the whole path after the change'),
      confidence: z.enum(['high', 'medium', 'low']),
      reason: z.string(),
    }),
  ),
  refused: z.array(z.object({ row: z.string(), why: z.string() })),
  findings: z.array(finding).describe('what else is left out'),
});
