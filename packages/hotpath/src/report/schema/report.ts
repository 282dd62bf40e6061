import { z } from 'zod';
import { bound, environment, estimate, finding, policy } from './parts.js';

const part = estimate.extend({ name: z.string() });

const weight = z
  .number()
  .min(0)
  .max(1)
  .describe("the route's weight in the row's value; the weights of all routes add up to 1");

const spanRoute = z.object({
  raw: estimate.describe('as the clock gave it, per operation'),
  overhead: z
    .number()
    .describe("ns: the timer's own interval, minus the part that the path hides, times executions"),
  corrected: estimate.describe('raw minus overhead'),
  weight,
});

const outsideRoute = z.object({
  raw: estimate.describe("what the row's probe adds to the whole, per operation"),
  corrected: estimate.describe('the unprobed whole without what the probed path spends outside the row'),
  weight,
});

const marginalRoute = z.object({
  by: z.enum(['repeating', 'leaving out']),
  raw: estimate.describe('growth of the whole per additional run, or what leaving the row out saves, per operation'),
  overhead: z.literal(0),
  corrected: estimate,
  repeats: z.number().describe('mean number of additional runs; 0 where the row is left out'),
  shell: estimate.describe('what the code for it adds while the row runs once'),
  weight,
});

const sampledRoute = z.object({
  raw: estimate.describe("share of the sampled path's own, slower whole"),
  overhead: z.literal(0),
  corrected: estimate.describe('share of the unprobed whole'),
  samples: z.int(),
  slowDown: z.number().describe("the sampled path's whole / the unprobed whole"),
  weight,
});

const tiers = z.partialRecord(z.enum(['interpreted', 'baseline', 'maglev', 'turbofan']), z.int());

const codeReceipt = z.object({
  function: z.string(),
  before: tiers.describe('copies in each tier when measuring began'),
  after: tiers.describe('copies in each tier when measuring ended'),
  changed: z.int().describe('copies recompiled or deoptimised in between'),
  inlinedInto: z.array(z.string()).describe('functions whose optimised code contains a copy of it'),
});

const measuredFloor = z.object({
  name: z.string(),
  time: estimate,
  ratio: z.object({ mean: z.number(), low: bound, high: bound }).describe('achieved / floor'),
});

const floor = measuredFloor
  .nullable()
  .describe('the least that could be done instead; null when none was measured');

const row = estimate.extend({
  id: z.string().describe('names from the root down, joined by /'),
  name: z.string(),
  kind: z.enum(['path', 'system']),
  parent: z.string().nullable(),
  place: z.object({ file: z.string(), line: z.int().min(1) }).nullable(),
  inclusive: estimate.describe('with its child rows'),
  share: z.number().describe('mean / total.mean'),
  calls: z.number().min(0).describe('executions per operation'),
  routes: z.object({
    spans: spanRoute.nullable(),
    outside: outsideRoute.nullable(),
    marginal: marginalRoute.nullable(),
    sampled: sampledRoute.nullable(),
    discord: z
      .number()
      .nullable()
      .describe('distance of the spans from the mean of the other routes, in standard deviations of that distance'),
    atOdds: z
      .enum(['spans', 'outside', 'marginal', 'sampled'])
      .nullable()
      .describe('the route that at least two others contradict; it counts for little'),
    refused: z
      .object({ marginal: z.string().nullable(), sampled: z.string().nullable() })
      .describe('why a route is null'),
  }),
  floor,
  code: codeReceipt
    .nullable()
    .describe("how V8 compiled the row's function, over all variants of all forks"),
  waiting: estimate
    .nullable()
    .describe('the off-CPU part of inclusive; null when the path does not wait'),
  allocatedBytes: estimate
    .nullable()
    .describe('bytes per operation, including child rows; null when the row is neither repeated nor left out'),
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
    .describe('clean time of an operation; null when the replicate is not used'),
  calmShare: z.number().nullable(),
  steadyState: z.object({
    verdict: z.enum(['flat', 'warm', 'slowing', 'none', 'unknown']),
    levels: z.array(z.object({ fromMs: z.number(), ns: z.number() })),
  }),
  tierChanges: z
    .int()
    .nullable()
    .describe('copies of functions recompiled or deoptimised while measuring; null without a log'),
  weight: z.number(),
  influence: z.number().describe('relative growth of the total without this fork'),
});

const ledger = z.object({
  unit: z.literal('ns'),
  total: estimate.describe('one operation without probes; 95% interval over replicates'),
  rows: z
    .array(row)
    .describe('mean excludes child rows, so that rows and unexplained add up to total'),
  refused: z
    .array(z.object({ id: z.string(), why: z.string() }))
    .describe('rows whose number could not be true; their time is in the row around them'),
  floor,
  unexplained: estimate.extend({
    share: z.number(),
    parts: z.array(part),
  }),
  explained: z.number(),
  allocatedBytes: z
    .object({ mean: z.number().nullable(), low: bound, high: bound })
    .describe('bytes per operation; null when garbage collections occurred in every batch'),
  collections: z
    .array(part.extend({ pauses: z.number().describe('per operation') }))
    .describe('the row of garbage collection, by kind of pause'),
  waiting: z
    .object({ mean: z.number().nullable(), low: bound, high: bound })
    .describe('off-CPU time, part of the total; null when the system does not report it'),
  concurrent: z
    .boolean()
    .describe('whether executions of rows overlap in time; a row then counts the time in which it ran, without its waiting'),
  interference: estimate.describe('what the machine added; not part of the total'),
  disturbances: z.array(part).describe('what interference is made of'),
  timer: z.object({ interval: estimate, perturbation: estimate, hidden: estimate }),
  twinGap: z
    .object({ mean: z.number(), low: bound, high: bound })
    .describe('relative difference between two measurements of the same code'),
  modes: z
    .object({ low: z.number(), high: z.number(), highShare: z.number(), residentForks: z.number() })
    .nullable()
    .describe('two times around which batches cluster; null when there is one'),
  sharing: z
    .object({ own: z.number(), shared: z.number(), sharedShare: z.number() })
    .nullable()
    .describe('times of a path that waits, with a processor of its own and with a shared one; null for other paths'),
  waking: z
    .object({ quickest: z.number(), typical: z.number(), elasticity: z.number(), asleep: z.number().nullable() })
    .nullable()
    .describe('time to wake a sleeping thread and be woken by it, and the elasticity of the path to it; null when the path does not wait'),
  orderEffects: z.object({ loading: estimate, drift: estimate }).describe('shares of the clean whole'),
  forks: z.array(forkReceipt).describe('every timed fork, in the order in which they ran'),
  processor: processor.describe('the state of the processor, from the yardstick'),
});

/** The published schema of a report. Fields may be added; these keep their names. */
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
        row: z.string().nullable().describe('the row that it is a floor of; null: the path'),
        bytes: z.object({ mean: z.number().nullable(), low: bound, high: bound }),
      }),
    )
    .describe('every measured floor, in the order of the specification'),
  findings: z.array(finding),
  made: z
    .array(
      z.object({
        name: z.string().describe('as the names of its rows begin'),
        maker: z.object({ file: z.string(), line: z.int().min(1) }).nullable(),
        text: z.string().describe('with statements on lines of their own, as its rows count lines'),
      }),
    )
    .optional()
    .describe('functions that the path made from text and that have rows'),
});
