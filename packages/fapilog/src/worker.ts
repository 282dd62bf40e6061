import sonicBoom, { type SonicBoom } from 'sonic-boom';
import { destinationOf } from './sink.js';
import { ACCEPTED, ENDED, type WorkerInput } from './worker-ledger.js';

/**
 * Opens the destination inside the worker thread. It writes synchronously, because this thread has nothing else to do.
 * A line that counts as accepted has therefore reached the operating system.
 */
export function openDestination({ target, ledger }: WorkerInput): SonicBoom {
  const slots = new Int32Array(ledger);
  const destination = new sonicBoom.SonicBoom({ dest: destinationOf(target), sync: true });
  const write = destination.write.bind(destination);
  destination.write = (chunk) => {
    const more = write(chunk);
    if (Atomics.load(slots, ENDED) === 0) {
      Atomics.add(slots, ACCEPTED, countLines(chunk));
      Atomics.notify(slots, ACCEPTED);
    }
    return more;
  };
  const end = () => {
    Atomics.store(slots, ENDED, 1);
    Atomics.notify(slots, ACCEPTED);
  };
  destination.on('error', end);
  process.on('exit', end);
  return destination;
}

/** Counts line feeds, because a chunk may begin and end inside a line. */
function countLines(chunk: string): number {
  let count = 0;
  for (let at = chunk.indexOf('\n'); at !== -1; at = chunk.indexOf('\n', at + 1)) count += 1;
  return count;
}

// biome-ignore lint/style/noDefaultExport: thread-stream calls the default export of the module it is given.
export default openDestination;
