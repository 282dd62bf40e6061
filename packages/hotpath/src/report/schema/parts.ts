import { z } from 'zod';

export const bound = z.number().nullable().describe('ns; null when there is only one replicate');
/** A mean with its 95% interval over replicates. */
export const estimate = z.object({ mean: z.number().describe('ns'), low: bound, high: bound });

/** The machine, and how Node was started on it. */
export const environment = z.object({
  node: z.string(),
  v8: z.string(),
  platform: z.string(),
  cpu: z.string(),
  cores: z.int(),
  memoryGiB: z.number(),
  load: z.number(),
  nodeOptions: z.array(z.string()),
  inspector: z.boolean(),
  governor: z.string(),
  clockSource: z.string(),
  megahertz: z.number().nullable().describe('MHz'),
  startedAt: z.iso.datetime(),
});

/** How much was measured, and how. */
export const policy = z.object({
  version: z.int(),
  clock: z.string(),
  effort: z.enum(['quick', 'default']),
  replicates: z.int(),
  warmUpMs: z.number(),
  warmUpMostMs: z.number(),
  measureMs: z.number(),
  measureMostMs: z.number(),
  aloneMs: z.number(),
  aloneReplicates: z.int().nullable(),
  batchMs: z.number(),
  calm: z.number(),
  keep: z.number(),
  codeLogForks: z.int(),
  waitReplicates: z.int(),
  experimentReplicates: z.int(),
  sampledForks: z.int(),
  sampleMs: z.number(),
  sampleIntervalUs: z.number(),
  target: z.object({ share: z.number(), budgetMs: z.number() }).nullable(),
  limitMs: z.number().nullable(),
  confidence: z.number(),
});

const evidence = z.union([z.number(), z.string(), z.array(z.string())]);

/** A doubt about the numbers, or a consequence that the reader should know. */
export const finding = z.object({
  id: z.string(),
  severity: z.enum(['note', 'warning']),
  message: z.string(),
  evidence: z.record(z.string(), evidence),
  advice: z.string(),
});
