import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';

/** A kind of files that recorded threads write, one a thread. */
export interface ThreadFiles<T> {
  /** Writes that of this thread. */
  write(folder: string, value: T): void;
  /** Reads those of all threads, by the thread as `PID.TID`. */
  read(folder: string): ReadonlyMap<string, T>;
}

/** Files of JSON whose names end in `.KIND.json`. */
export function threadFiles<T>(kind: string): ThreadFiles<T> {
  const ending = `.${kind}.json`;
  return {
    write: (folder, value) =>
      writeFileSync(join(folder, `${process.pid}.${threadId}${ending}`), JSON.stringify(value)),
    read: (folder) =>
      new Map(
        readdirSync(folder)
          .filter((name) => name.endsWith(ending))
          .map((name) => [
            name.slice(0, -ending.length),
            JSON.parse(readFileSync(join(folder, name), 'utf8')) as T,
          ]),
      ),
  };
}
