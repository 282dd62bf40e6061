import type { Fields } from './context.js';
import type { Payload } from './prepare-payload.js';
import { type ExceptionLimits, type ExceptionRecord, serializeException } from './serialize-exception.js';

/** One log line, schema v1.1. */
export interface Envelope {
  /** RFC 3339, UTC, milliseconds, ending in Z. */
  readonly timestamp: string;
  /** DEBUG, INFO, WARNING, ERROR or CRITICAL. */
  readonly level: string;
  readonly message: string;
  readonly logger: string;
  /** Identifies the request and the user. */
  readonly context: EnvelopeContext;
  /** Information that the logger adds about the line. */
  readonly diagnostics: { readonly exception?: ExceptionRecord };
  /** All other values, bound or given by the call. */
  readonly data: Fields;
}

export interface EnvelopeContext {
  readonly correlation_id: string;
  readonly request_id?: unknown;
  readonly user_id?: unknown;
  readonly tenant_id?: unknown;
  readonly trace_id?: unknown;
  readonly span_id?: unknown;
}

export interface EnvelopeSources {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly clock: () => number;
  readonly exceptions: ExceptionLimits;
}

export function buildEnvelope(sources: EnvelopeSources, payload: Payload): Envelope {
  // #region timestamp
  const timestamp = new Date(sources.clock()).toISOString();
  // #endregion

  // #region context extraction
  const fields = payload.fields;
  const context: { -readonly [K in keyof EnvelopeContext]: EnvelopeContext[K] } = {
    correlation_id: payload.correlationId,
  };
  if (fields.request_id !== undefined) context.request_id = fields.request_id;
  if (fields.user_id !== undefined) context.user_id = fields.user_id;
  if (fields.tenant_id !== undefined) context.tenant_id = fields.tenant_id;
  if (fields.trace_id !== undefined) context.trace_id = fields.trace_id;
  if (fields.span_id !== undefined) context.span_id = fields.span_id;
  // #endregion

  // #region diagnostics
  const diagnostics =
    payload.error === undefined ? {} : { exception: serializeException(payload.error, sources.exceptions) };
  // #endregion

  // #region data
  const data = withoutContextKeys(fields);
  // #endregion

  // #region final construction
  return {
    timestamp,
    level: payload.level,
    message: payload.message,
    logger: payload.logger,
    context,
    diagnostics,
    data,
  };
  // #endregion
}

function withoutContextKeys(fields: Fields): Fields {
  const { request_id, user_id, tenant_id, trace_id, span_id, ...data } = fields;
  return data;
}
