import { UserError } from '../../errors.js';
import type { ParsedSource } from '../syntax/parse.js';

export function gone(source: ParsedSource, start: number, kind: string): never {
  throw new UserError(
    `${source.file}:${source.lineAt(start)}: the ${kind} that was here is gone`,
    'The file changed while it was measured; run again.',
  );
}
