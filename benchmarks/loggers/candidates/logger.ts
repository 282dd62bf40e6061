import type { SlowDevice } from './slow-device.js';

/** Where a logger under comparison writes. */
export type Destination =
  | {
      readonly kind: 'file';
      readonly path: string;
      /** Lines that the queue of a logger that drops has to hold; null: the logger's default. */
      readonly room: number | null;
    }
  | { readonly kind: 'slow'; readonly device: SlowDevice };

/** What a logger reports of its lines since it was opened; null where it does not report it. */
export interface Account {
  readonly submitted: number | null;
  readonly processed: number | null;
  readonly dropped: number | null;
  /** The most lines that were ever in the queue. */
  readonly highWaterMark: number | null;
}

/** An open logger, the only one in its process. */
export interface OpenLogger {
  /** Logs one line at level info: the message and the payload that all loggers have. */
  log(): void;
  /** Resolves when the operating system has all lines. The logger stays usable. */
  flush(): Promise<Account>;
  /** Ends threads and closes files. */
  close(): Promise<void>;
}

/** One way to use a logger. */
export interface Candidate {
  /** Its name on the command line and in the tables. */
  readonly name: string;
  /** What it writes and where, in one line of text. */
  readonly about: string;
  /** Whether every line is JSON. */
  readonly json: boolean;
  /** Whether it can write to the slow device, which takes a custom destination. */
  readonly slow: boolean;
  /** Loads the library itself, so that its process has no other logger in memory. */
  readonly open: (destination: Destination) => Promise<OpenLogger>;
}

export const message = 'bench';

/** Typical metadata of a log call (docs/story-1.30.md, AC4). */
export const payload = { user: 'u123', action: 'test', nested: { a: 1, b: 2 } };

/** The account of a logger that reports no counts. */
export const unreported: Account = { submitted: null, processed: null, dropped: null, highWaterMark: null };
