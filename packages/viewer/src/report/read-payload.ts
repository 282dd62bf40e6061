import type { ReportPayload } from '../../../hotpath/src/model/report/report-payload.js';

/** The number that null stands for in a published report, by key: JSON has no NaN and no infinities. */
const numberOfNull: ReadonlyMap<string, number> = new Map([
  ['low', Number.NEGATIVE_INFINITY],
  ['high', Number.POSITIVE_INFINITY],
  ['mean', Number.NaN],
  ['cleanNs', Number.NaN],
  ['calmShare', Number.NaN],
]);

/** Parses the payload and restores NaN and infinities. */
export function readPayload(text: string): ReportPayload {
  return JSON.parse(text, (key, value: unknown) =>
    value === null ? (numberOfNull.get(key) ?? null) : value,
  ) as ReportPayload;
}
