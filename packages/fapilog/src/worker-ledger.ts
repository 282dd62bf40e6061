import type { Target } from './sink.js';

/** Slot of the shared Int32Array: lines the worker has written, modulo 2^32. */
export const ACCEPTED = 0;
/** Slot that becomes 1 when the worker can take no more lines. */
export const ENDED = 1;

export const LEDGER_BYTES = 2 * Int32Array.BYTES_PER_ELEMENT;

/** What the logger's thread gives the worker at its start. */
export interface WorkerInput {
  readonly target: Target;
  readonly ledger: SharedArrayBuffer;
}
