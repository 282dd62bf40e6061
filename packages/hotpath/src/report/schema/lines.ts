import { z } from 'zod';
import { finding } from './parts.js';

/** The published schema of what `hotpath lines` measures. */
export const linesSchema = z.object({
  schema: z.literal('hotpath/lines@1'),
  unit: z.literal('ns'),
  total: z.number().describe('ns; the whole that was sampled'),
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
            hits: z.number().nullable().describe('null when no statement starts on the line, or hits were not counted'),
            atMost: z
              .literal(true)
              .optional()
              .describe('present where an exception may have kept the statement from being executed: `hits` is the most'),
            time: z.number().describe('includes the functions that the line calls'),
            half: z.number().nullable().describe('half of the 95% interval'),
          }),
        ),
      }),
    )
    .describe('longest first'),
  blurred: z.number().describe('time on lines of compiled code that come from several lines of the source'),
  notes: z.array(z.string()).optional().describe('what of the lines is not known'),
  findings: z.array(finding).optional().describe('what of a path is left out; present where something is'),
});
