import { z } from 'zod';
import { bound, environment, estimate, policy } from './parts.js';

const part = estimate.extend({ name: z.string() });

const spanRoute = z.object({
  raw: estimate.describe('as the clock gave it, an operation'),
  overhead: z
    .number()
    .describe("ns: the timer's own interval, less what the path hides of it, times executions"),
  corrected: estimate.describe('raw minus overhead'),
});

const marginalRoute = z.object({
  raw: estimate.describe('growth of the whole for each additional run, an operation'),
  overhead: z.literal(0),
  corrected: estimate,
  repeats: z.number().describe('mean number of additional runs'),
  shell: estimate.describe('what the loop around the row adds while it turns once'),
  weight: z.number().min(0).max(1).describe("its part in the row's value; the rest are the spans'"),
});

const sampledRoute = z.object({
  raw: estimate.describe("share of the sampled path's own, slower whole"),
  overhead: z.literal(0),
  corrected: estimate.describe('share of the unprobed whole'),
  samples: z.int(),
  slowDown: z.number().describe("the sampled path's whole / the unprobed whole"),
});

const tiers = z.partialRecord(z.enum(['interpreted', 'baseline', 'maglev', 'turbofan']), z.int());

const codeReceipt = z.object({
  function: z.string(),
  before: tiers.describe('copies in each tier when measuring began'),
  after: tiers.describe('and when it ended'),
  changed: z.int().describe('copies compiled anew or deoptimised in between'),
  inlinedInto: z.array(z.string()).describe('functions whose optimised code has a copy of it inside'),
});

const measuredFloor = z.object({
  name: z.string(),
  time: estimate,
  ratio: z.object({ mean: z.number(), low: bound, high: bound }).describe('achieved / floor'),
});

const floor = measuredFloor
  .nullable()
  .describe('the least that could be done instead; null where none was measured');

const row = estimate.extend({
  id: z.string().describe('names from the root down, joined by /'),
  name: z.string(),
  kind: z.enum(['path', 'system']),
  parent: z.string().nullable(),
  place: z.object({ file: z.string(), line: z.int().min(1) }).nullable(),
  inclusive: estimate.describe('with its child rows'),
  share: z.number().describe('mean / total.mean'),
  calls: z.number().min(0).describe('executions an operation'),
  routes: z.object({
    spans: spanRoute.nullable(),
    marginal: marginalRoute.nullable(),
    sampled: sampledRoute.nullable(),
    discord: z.number().nullable().describe('distance of spans and marginal cost in its standard deviations'),
    refused: z
      .object({ marginal: z.string().nullable(), sampled: z.string().nullable() })
      .describe('why a route is null'),
  }),
  floor,
  code: codeReceipt
    .nullable()
    .describe("what V8 made of the row's function, in all variants of all processes"),
  waiting: estimate
    .nullable()
    .describe('of inclusive, the time off the processor; null where the path does not wait'),
  allocatedBytes: estimate
    .nullable()
    .describe('bytes an operation, child rows included; null where the row is not repeated'),
  dilation: z.number().nullable().describe('whole with the probe / without'),
  confidence: z.enum(['high', 'medium', 'low']),
  reason: z.string(),
});

const processor = z.object({
  calmShare: z.number(),
  replicatesUsed: z.int(),
  replicatesSetAside: z.int(),
});

const forkReceipt = z.object({
  index: z.int(),
  replicate: z.int(),
  cleanNs: z
    .number()
    .nullable()
    .describe('undisturbed time of an operation; null where its replicate is not used'),
  calmShare: z.number().nullable(),
  steadyState: z.object({
    verdict: z.enum(['flat', 'warm', 'slowing', 'none', 'unknown']),
    levels: z.array(z.object({ fromMs: z.number(), ns: z.number() })),
  }),
  tierChanges: z
    .int()
    .nullable()
    .describe('copies of functions recompiled or deoptimised meanwhile; null without a log'),
  weight: z.number(),
  influence: z.number().describe('by which share of itself the total would grow without this process'),
});

const ledger = z.object({
  unit: z.literal('ns'),
  total: estimate.describe('one operation without probes; 95% interval over replicates'),
  rows: z
    .array(row)
    .describe('mean is of the row without its child rows: rows and unexplained add up to total'),
  floor,
  unexplained: estimate.extend({
    share: z.number(),
    parts: z.array(part),
  }),
  explained: z.number(),
  allocatedBytes: z
    .object({ mean: z.number().nullable(), low: bound, high: bound })
    .describe('bytes an operation; null when every batch was struck by a collection'),
  collections: z
    .array(part.extend({ pauses: z.number().describe('an operation') }))
    .describe('the row of garbage collection by kind of pause'),
  waiting: z
    .object({ mean: z.number().nullable(), low: bound, high: bound })
    .describe('time off the processor, part of the total; null where the system does not tell'),
  concurrent: z
    .boolean()
    .describe('executions of rows overlap in time: a row has the time in which it ran, without its waiting'),
  interference: estimate.describe('what the machine added; not part of the total'),
  disturbances: z.array(part).describe('what interference is made of'),
  timer: z.object({ interval: estimate, perturbation: estimate, hidden: estimate }),
  twinGap: z
    .object({ mean: z.number(), low: bound, high: bound })
    .describe('relative gap of the same code measured twice'),
  modes: z
    .object({ low: z.number(), high: z.number(), highShare: z.number(), residentForks: z.number() })
    .nullable()
    .describe('two times around which batches gather; null where there is one'),
  sharing: z
    .object({ own: z.number(), shared: z.number(), sharedShare: z.number() })
    .nullable()
    .describe('a path that waits, with its processor to itself and where it had to wait for it; null elsewhere'),
  waking: z
    .object({ quickest: z.number(), typical: z.number(), elasticity: z.number(), asleep: z.number().nullable() })
    .nullable()
    .describe('to wake a sleeping thread and be woken by it, and by what power of it the path grows; null where the path does not wait'),
  orderEffects: z.object({ loading: estimate, drift: estimate }).describe('shares of the clean whole'),
  forks: z.array(forkReceipt).describe('every timed process, in the order in which they ran'),
  processor: processor.describe('what the yardstick says of the processor'),
});

const evidence = z.union([z.number(), z.string(), z.array(z.string())]);

/** The published form of a report. More fields may come; these keep their names. */
export const reportSchema = z.object({
  schema: z.literal('hotpath/report@1'),
  path: z.object({ name: z.string(), file: z.string() }),
  environment,
  policy: policy.extend({
    warmUpOperations: z.int(),
    seed: z.number(),
    forksPlanned: z.int(),
    forksMeasured: z.int(),
    replicatesMeasured: z.int(),
    batchOperations: z.array(z.int()),
  }),
  ledger,
  floors: z
    .array(
      measuredFloor.extend({
        row: z.string().nullable().describe("the row whose floor it is; null: the path's"),
        bytes: z.object({ mean: z.number().nullable(), low: bound, high: bound }),
      }),
    )
    .describe('all that was measured as a floor, in the order of the specification'),
  findings: z.array(
    z.object({
      id: z.string(),
      severity: z.enum(['note', 'warning']),
      message: z.string(),
      evidence: z.record(z.string(), evidence),
      advice: z.string(),
    }),
  ),
});
