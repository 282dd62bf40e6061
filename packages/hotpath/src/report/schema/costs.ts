import { z } from 'zod';
import { bound, environment, estimate, policy } from './parts.js';

const measured = { unit: z.literal('ns'), environment, policy, seed: z.number() };

const cost = z.object({
  id: z.string(),
  name: z.string(),
  time: estimate.describe('ns a copy, collection included'),
  bytes: z
    .object({ mean: z.number().nullable(), low: bound, high: bound })
    .describe('allocated; null where collections struck every batch'),
});

/** The published form of what `hotpath copies` measures. */
export const copiesSchema = z.object({
  schema: z.literal('hotpath/copies@1'),
  ...measured,
  payloads: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      methods: z.array(
        z.object({
          method: z.string(),
          kind: z.enum(['reference', 'shallow', 'freeze', 'deep']),
          cost: cost.nullable(),
          refusal: z.string().nullable().describe('why cost is null'),
        }),
      ),
    }),
  ),
  safety: z.array(
    z.object({
      method: z.string(),
      keeps: z
        .record(z.string(), z.enum(['yes', 'shared', 'no', 'throws']))
        .describe('by what payloads may hold'),
      protects: z.record(z.string(), z.boolean()).describe('by the change that is made after the call'),
    }),
  ),
});

/** The published form of what `hotpath errors` measures. */
export const errorsSchema = z.object({
  schema: z.literal('hotpath/errors@1'),
  ...measured,
  costs: z.array(
    z.object({
      depth: z.int().describe('calls, or functions that await, between the catch and the throw'),
      limit: z.int().describe('Error.stackTraceLimit'),
      async: z.boolean(),
      sourceMaps: z.boolean(),
      phases: z.array(z.object({ name: z.string(), time: estimate })),
      shares: z
        .array(z.object({ name: z.string(), share: estimate }))
        .describe('of throwing, catching and serializing, 0 to 1; empty where no serializer was given'),
    }),
  ),
});

const gain = estimate.describe('ns an operation');

/** The published form of what `hotpath what-if` projects. */
export const projectionsSchema = z.object({
  schema: z.literal('hotpath/projections@1'),
  unit: z.literal('ns'),
  name: z.string().describe("the path's"),
  total: estimate,
  projections: z.array(
    z.object({
      row: z.string(),
      name: z.string(),
      scenario: z.string().describe('removed, no garbage, N times cheaper, N times dearer, replaced by NAME'),
      gain: gain.describe('what the path would save; negative where it would take longer'),
      collection: gain.describe('the part of gain that is garbage not made'),
      taken: gain.nullable().describe("what of the row's time in the ledger changes"),
      slope: estimate.nullable().describe('gain / taken'),
      projected: gain.describe('the whole path then'),
      confidence: z.enum(['high', 'medium', 'low']),
      reason: z.string(),
    }),
  ),
  refused: z.array(z.object({ row: z.string(), why: z.string() })),
});
