import { byteOf } from './json-bytes.js';

/** What is wanted of a JSON value. A value of another kind is skipped, unless the handler says that it is refused. */
export type JsonHandler = ObjectHandler | ListHandler | NumbersHandler | ObjectTextHandler | ScalarHandler;

/** For an object; its members are handled by key, others are skipped. */
export interface ObjectHandler {
  readonly kind: 'object';
  readonly members: ReadonlyMap<string, JsonHandler>;
  readonly begin?: () => void;
  readonly end?: () => void;
  /** Gets each key, those of skipped members too. */
  readonly key?: (key: string) => void;
}

/** For a list; all its elements are handled alike, and an element of another kind is refused. */
export interface ListHandler {
  readonly kind: 'list';
  readonly of: JsonHandler;
  readonly begin?: () => void;
  /** Whether a text that ends without the closing bracket is complete. */
  readonly mayEndOpen?: boolean;
}

/** For a list of numbers, number by number. Other elements are refused. */
export interface NumbersHandler {
  readonly kind: 'numbers';
  readonly take: (value: number) => void;
  readonly begin?: () => void;
  readonly end?: () => void;
}

/** For an object that is small enough to be held as a text. */
export interface ObjectTextHandler {
  readonly kind: 'object text';
  readonly take: (text: string) => void;
}

/** For a number, a text, a boolean or null. */
export interface ScalarHandler {
  readonly kind: 'scalar';
  readonly take: (value: unknown) => void;
}

export const object = (
  members: Readonly<Record<string, JsonHandler>>,
  more: Pick<ObjectHandler, 'begin' | 'end' | 'key'> = {},
): ObjectHandler => ({ kind: 'object', members: new Map(Object.entries(members)), ...more });

export const list = (of: JsonHandler, more: Pick<ListHandler, 'begin' | 'mayEndOpen'> = {}): ListHandler => ({
  kind: 'list',
  of,
  ...more,
});

export const numbers = (
  take: (value: number) => void,
  more: Pick<NumbersHandler, 'begin' | 'end'> = {},
): NumbersHandler => ({ kind: 'numbers', take, ...more });

export const objectText = (take: (text: string) => void): ObjectTextHandler => ({
  kind: 'object text',
  take,
});

export const scalar = (take: (value: unknown) => void): ScalarHandler => ({ kind: 'scalar', take });

/** Whether a value that begins with the byte is of the kind that the handler wants. */
export function fits({ kind }: JsonHandler, byte: number): boolean {
  if (kind === 'object' || kind === 'object text') return byte === byteOf.openObject;
  if (kind === 'scalar') return byte !== byteOf.openObject && byte !== byteOf.openArray;
  return byte === byteOf.openArray;
}

export function nameOf({ kind }: JsonHandler): string {
  if (kind === 'scalar') return 'a number or a text';
  if (kind === 'numbers') return 'a list of numbers';
  return kind === 'list' ? 'a list' : 'an object';
}
