import { type ExceptionRecord, serializeException } from '../packages/fapilog/src/serialize-exception.js';

/** fapilog's defaults. For `hotpath errors --serialize subjects/fapilog-serializer.ts#toRecord`. */
const limits = { maxFrames: 50, maxStackChars: 20_000, maxCauseDepth: 5 };

/** An error as fapilog's logger describes it. */
export function toRecord(error: unknown): ExceptionRecord {
  return serializeException(error, limits);
}
