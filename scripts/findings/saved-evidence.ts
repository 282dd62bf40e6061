import { jsonReports } from 'hotpath/cli';
import { commandOf, type Evidence, mainSubject, waitingSubject } from './evidence.js';

type SavedEvidence = Pick<Evidence, 'reports' | 'projections' | 'reproduction' | 'scored'> & {
  readonly doctor?: Evidence['doctor'];
  readonly copies: unknown;
  readonly errors: unknown;
};

/** The data of the findings document, as JSON. The tables that the cost studies printed are not in it. */
export function evidenceJson({
  reports,
  projections,
  reproduction,
  scored,
  doctor,
  copies,
  errors,
}: Omit<Evidence, 'figures'>): string {
  const data = {
    reports: JSON.parse(jsonReports(reports)) as unknown,
    projections,
    reproduction,
    scored,
    doctor,
    copies: copies.data,
    errors: errors.data,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** The evidence of data that was saved as JSON; without what the cost studies printed. Throws where it is not JSON. */
export function savedEvidence(json: string): Omit<Evidence, 'figures'> {
  const saved = JSON.parse(json, withoutNulls) as SavedEvidence;
  const printed = { command: '', text: '' };
  return {
    ...saved,
    doctor: saved.doctor ?? null,
    copies: { ...printed, data: saved.copies },
    errors: { ...printed, data: saved.errors },
    subject: mainSubject,
    waitingSubject,
    command: commandOf(saved.reports[0]?.policy.effort ?? 'default'),
  };
}

/** Numbers that JSON cannot hold were saved as null: by the name of their property, what they were. */
const unknownNumbers: Readonly<Record<string, number>> = {
  mean: Number.NaN,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  second: Number.NaN,
  change: Number.NaN,
  halfWidth: Number.POSITIVE_INFINITY,
};

function withoutNulls(name: string, value: unknown): unknown {
  return value === null && Object.hasOwn(unknownNumbers, name) ? unknownNumbers[name] : value;
}
