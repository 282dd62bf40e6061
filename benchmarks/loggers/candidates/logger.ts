import type { SlowDevice } from './slow-device.js';

/** Where a logger under comparison writes. */
export type Destination =
  | {
      readonly kind: 'file';
      readonly path: string;
      /** Lines that must find room while they wait, for loggers that drop; null: the logger's own default. */
      readonly room: number | null;
    }
  | { readonly kind: 'slow'; readonly device: SlowDevice };

/** What a logger tells of its lines since it was opened; null where it does not tell. */
export interface Account {
  readonly submitted: number | null;
  readonly processed: number | null;
  readonly dropped: number | null;
  /** The most lines that ever waited. */
  readonly highWaterMark: number | null;
}

/** A logger that is open; there is one in a process. */
export interface OpenLogger {
  /** One line at level info: the message and the payload of all. */
  log(): void;
  /** Resolves when no line is left on its way to the operating system. The logger stays usable. */
  flush(): Promise<Account>;
  /** Ends threads and closes files. */
  close(): Promise<void>;
}

/** One way to use a logger. */
export interface Candidate {
  /** As the command line and the tables call it. */
  readonly name: string;
  /** What is written where, in a line. */
  readonly about: string;
  /** Whether every line is JSON. */
  readonly json: boolean;
  /** Whether it can write to a slow device, which needs a destination of one's own. */
  readonly slow: boolean;
  /** Loads the library first: a process has no other logger in its memory. */
  readonly open: (destination: Destination) => Promise<OpenLogger>;
}

export const message = 'bench';

/** The story's typical metadata. */
export const payload = { user: 'u123', action: 'test', nested: { a: 1, b: 2 } };

/** The account of a logger that counts nothing. */
export const untold: Account = { submitted: null, processed: null, dropped: null, highWaterMark: null };
