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

/** The merged values of one call, before the envelope is built. */
export interface Payload {
  readonly level: string;
  readonly message: string;
  readonly logger: string;
  readonly correlationId: string;
  readonly fields: Fields;
  /** The thrown value to serialize; `undefined` if there is none. */
  readonly error: unknown;
}

/** Returns `undefined` if sampling or error dedupe suppresses the line. */
export function preparePayload(
  sources: PayloadSources,
  level: Level,
  message: string,
  extra: Fields | undefined,
  error: unknown,
): Payload | undefined {
  // First, so that a suppressed line does not pay for an id and a merge.
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
