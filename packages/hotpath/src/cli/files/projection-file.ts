import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../../errors.js';
import type { Score, StoredProjection } from '../../model/report/score.js';

/** Where projections are kept, relative to the working directory: one JSON object a line. */
export const projectionFile = join('.hotpath', 'projections.jsonl');

export function readProjections(file: string): StoredProjection[] {
  return readLines(file) as StoredProjection[];
}

export function readScores(file: string): Score[] {
  return readLines(file) as Score[];
}

/** Appends objects to a file, and creates it and its folder where they are missing. Throws a UserError when that fails. */
export function appendLines(file: string, objects: readonly object[]): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, objects.map((one) => `${JSON.stringify(one)}\n`).join(''));
  } catch (problem) {
    throw new UserError(`${file}: cannot be written: ${(problem as Error).message}`, 'Give another --store.');
  }
}

function readLines(file: string): unknown[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line, withBounds) as unknown];
    } catch {
      throw new UserError(
        `${file}:${index + 1}: is not JSON`,
        'Fix or remove the line; each line is one JSON object.',
      );
    }
  });
}

/** Bounds that a single replicate cannot give are null in JSON and infinite in the model. */
function withBounds(key: string, value: unknown): unknown {
  if (value !== null) return value;
  return key === 'low' ? Number.NEGATIVE_INFINITY : key === 'high' ? Number.POSITIVE_INFINITY : null;
}
