import type { Target } from './sink.js';

/** Index in the shared Int32Array: number of lines that the worker has written, modulo 2^32. */
export const ACCEPTED = 0;
/** Index of a flag that becomes 1 when the worker can accept no more lines. */
export const ENDED = 1;

export const LEDGER_BYTES = 2 * Int32Array.BYTES_PER_ELEMENT;

/** The data that the worker receives at its start. */
export interface WorkerInput {
  readonly target: Target;
  readonly ledger: SharedArrayBuffer;
}
