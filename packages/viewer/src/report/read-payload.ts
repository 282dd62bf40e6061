import type { ReportPayload } from '../../../hotpath/src/model/report/report-payload.js';

/** What null stands for in a published report, where the model has a number that JSON cannot write. */
const unwritten: ReadonlyMap<string, number> = new Map([
  ['low', Number.NEGATIVE_INFINITY],
  ['high', Number.POSITIVE_INFINITY],
  ['mean', Number.NaN],
  ['cleanNs', Number.NaN],
  ['calmShare', Number.NaN],
]);

/** The payload as the model has it: unknown bounds are infinite again. */
export function readPayload(text: string): ReportPayload {
  return JSON.parse(text, (key, value: unknown) =>
    value === null ? (unwritten.get(key) ?? null) : value,
  ) as ReportPayload;
}
