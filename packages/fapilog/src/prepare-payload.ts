import { randomUUID } from 'node:crypto';
import type { BoundContext, Fields } from './context.js';
import type { ErrorDedupe } from './error-dedupe.js';
import type { Level } from './levels.js';
import { mergeFields } from './merge-fields.js';
import type { Sampling } from './sampling.js';
import { isSampledOut } from './sampling.js';

/** What does not change from call to call. */
export interface PayloadSources {
  readonly logger: string;
  readonly context: BoundContext;
  readonly sampling: Sampling;
  readonly dedupe: ErrorDedupe;
}

/** One call's values, merged and whole, before they take the envelope's form. */
export interface Payload {
  readonly level: string;
  readonly message: string;
  readonly logger: string;
  readonly correlationId: string;
  readonly fields: Fields;
  /** The thrown value to serialize; `undefined` means none. */
  readonly error: unknown;
}

/** Returns `undefined` when sampling or the error dedupe holds the line back. */
export function preparePayload(
  sources: PayloadSources,
  level: Level,
  message: string,
  extra: Fields | undefined,
  error: unknown,
): Payload | undefined {
  // These come first so that a line that is held back does not pay for an id and a merge.
  // #region sampling and dedupe checks
  if (isSampledOut(sources.sampling, level) || sources.dedupe.isRepeat(level, message)) return undefined;
  // #endregion

  // #region context lookups
  const scope = sources.context.current();
  // #endregion

  // #region UUID generation
  const correlationId = scope.correlationId ?? randomUUID();
  // #endregion

  // #region dict operations
  const fields = mergeFields(scope.bound, extra);
  return { level: level.name, message, logger: sources.logger, correlationId, fields, error };
  // #endregion
}
