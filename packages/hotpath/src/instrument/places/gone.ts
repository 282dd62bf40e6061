import { UserError } from '../../errors.js';
import type { ParsedSource } from '../syntax/parse.js';

/** Throws the UserError for a place that is no longer in the file. */
export function gone(source: ParsedSource, start: number, kind: string): never {
  throw new UserError(
    `${source.file}:${source.lineAt(start)}: the ${kind} that was here is gone`,
    'The file changed during the measurement. Run again.',
  );
}
