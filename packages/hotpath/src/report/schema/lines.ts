import { z } from 'zod';

/** The published form of what `hotpath lines` measures. */
export const linesSchema = z.object({
  schema: z.literal('hotpath/lines@1'),
  unit: z.literal('ns'),
  total: z.number().describe('all that was sampled'),
  samples: z.int(),
  functions: z
    .array(
      z.object({
        name: z.string(),
        file: z.string(),
        line: z.int(),
        endLine: z.int(),
        time: z.number().describe("the sum of its lines' times"),
        lines: z.array(
          z.object({
            line: z.int(),
            hits: z.number().nullable().describe('null where none begins there, or nobody counted'),
            time: z.number().describe('what was called from the line included'),
            half: z.number().nullable().describe('of the 95% interval'),
          }),
        ),
      }),
    )
    .describe('longest first'),
  blurred: z.number().describe('time on lines of executed text that hold text of several lines'),
});
