import { platform } from '../platform.js';

/** The calling thread's time on a processor, ns. */
export type ProcessorClock = () => number;

/** CLOCK_THREAD_CPUTIME_ID of WASI, the system interface for WebAssembly. */
const threadTime = 3;

/** A WebAssembly module with one page of memory, exported as `memory`. */
const emptyModule = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 5, 3, 1, 0, 1, 7, 10, 1, 6, 109, 101, 109, 111, 114, 121, 2, 0,
]);

/**
 * A clock of the calling thread. `process.threadCpuUsage` exists only since Node 23.9, and counts whole microseconds; WASI
 * reads the same clock of the kernel in all versions, in ns, at 1 µs per reading. Null where the system has no such clock.
 */
export function createProcessorClock(): ProcessorClock | null {
  try {
    const interfaceOf = quietly(
      () => new (platform.getBuiltinModule('node:wasi').WASI)({ version: 'preview1' }),
    );
    const { Instance, Module } = platform.WebAssembly;
    const instance = new Instance(new Module(emptyModule));
    interfaceOf.initialize(instance);
    const time = new Uint32Array(instance.exports.memory.buffer);
    // Always read as a float: V8 would discard code that saw small whole numbers first, during the batches.
    const whole = new Float64Array(1);
    const read = (
      interfaceOf.wasiImport as { clock_time_get: (clock: number, precision: bigint, at: number) => number }
    ).clock_time_get;
    // Not called directly: V8 would compile a call of the function's fast form, which takes no bigint, and discard it again and again.
    const wanted = [threadTime, 0n, 0];
    const clock = (): number => {
      Reflect.apply(read, undefined, wanted);
      whole[0] = (time[0] as number) + (time[1] as number) * 2 ** 32;
      return whole[0];
    };
    return read(threadTime, 0n, 0) === 0 ? clock : null;
  } catch {
    return null;
  }
}

/** Without the warning that WASI is experimental, which is of no use to the user. */
function quietly<T>(make: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return make();
  } finally {
    process.emitWarning = emitWarning;
  }
}
