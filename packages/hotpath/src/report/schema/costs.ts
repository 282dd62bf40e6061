import { z } from 'zod';
import { bound, environment, estimate, policy } from './parts.js';

const measured = { unit: z.literal('ns'), environment, policy, seed: z.number() };

const cost = z.object({
  id: z.string(),
  name: z.string(),
  time: estimate.describe('ns per copy, collection included'),
  bytes: z
    .object({ mean: z.number().nullable(), low: bound, high: bound })
    .describe('bytes allocated; null when garbage collections occurred in every batch'),
});

/** The published schema of what `hotpath copies` measures. */
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
        .describe('key: something that a payload may hold'),
      protects: z.record(z.string(), z.boolean()).describe('key: a change after the call; value: whether the copy is protected from it'),
    }),
  ),
});

/** The published schema of what `hotpath errors` measures. */
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
        .describe('shares of throwing, catching and serializing, 0 to 1; empty when no serializer was given'),
    }),
  ),
});
