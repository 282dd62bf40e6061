import { exitCode, UserError } from '../../errors.js';

/** Requests and responses of the DevTools protocol with one thread, over any transport. */
export interface Conversation {
  /** The name of the other side in messages. */
  readonly who: string;
  /** Sends a request and returns the result. Throws a UserError if there is no response in time, or the other side is gone or refuses. */
  ask(method: string, params?: object): Promise<unknown>;
  /** Like `ask`, but returns the raw message and waits longer: it can have hundreds of megabytes. */
  askForMessage(method: string): Promise<Uint8Array>;
  /** Sets the listener of an event. */
  on(method: string, listen: (params: unknown) => void): void;
  /** Must be called for each message that arrives. */
  receive(message: Uint8Array): void;
  /** Must be called when the other side is gone: rejects all pending requests. */
  end(): void;
  /** Whether a request timed out and nothing has arrived since. */
  isSilent(): boolean;
}

const answerMs = 5000;
const longAnswerMs = 30_000;

interface Question {
  readonly isRaw: boolean;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (problem: UserError) => void;
}

interface Message {
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export function createConversation(who: string, send: (text: string) => void): Conversation {
  const questions = createQuestions(who);
  const listeners = new Map<string, (params: unknown) => void>();
  const ask = (method: string, params: object, isRaw: boolean): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = questions.add({ isRaw, resolve, reject });
      if (id !== null) send(JSON.stringify({ id, method, params }));
    });
  return {
    who,
    ask: (method, params = {}) => ask(method, params, false),
    askForMessage: (method) => ask(method, {}, true) as Promise<Uint8Array>,
    on: (method, listen) => listeners.set(method, listen),
    receive(bytes) {
      const one = questions.answered(answeredId(bytes));
      if (one?.isRaw && !isError(bytes)) return one.resolve(bytes);
      const message = JSON.parse(Buffer.from(bytes).toString('utf8')) as Message;
      if (message.error) one?.reject(refused(who, message.error.message));
      else if (message.method !== undefined) listeners.get(message.method)?.(message.params);
      else one?.resolve(message.result);
    },
    end: questions.end,
    isSilent: questions.isSilent,
  };
}

/** Pending requests. */
interface Questions extends Pick<Conversation, 'end' | 'isSilent'> {
  /** The id of the new request; null if the other side is gone. */
  add(one: Question): number | null;
  /** Records that a message arrived, and returns the request that it answers, if any. */
  answered(id: number | null): Question | undefined;
}

function createQuestions(who: string): Questions {
  const waiting = new Map<number, Question & { readonly late: NodeJS.Timeout }>();
  let [asked, isOver, isSilent] = [0, false, false];
  const settle = (id: number): Question | undefined => {
    const one = waiting.get(id);
    waiting.delete(id);
    clearTimeout(one?.late);
    return one;
  };
  const giveUp = (id: number): void => {
    isSilent = true;
    settle(id)?.reject(silent(who));
  };
  return {
    add(one) {
      if (isOver) {
        one.reject(gone(who));
        return null;
      }
      const id = ++asked;
      const late = setTimeout(giveUp, one.isRaw ? longAnswerMs : answerMs, id);
      waiting.set(id, { ...one, late });
      return id;
    },
    answered(id) {
      isSilent = false;
      return id === null ? undefined : settle(id);
    },
    end() {
      isOver = true;
      for (const id of [...waiting.keys()]) settle(id)?.reject(gone(who));
    },
    isSilent: () => isSilent,
  };
}

/** V8 writes `id` first, and only into responses. */
function answeredId(bytes: Uint8Array): number | null {
  const [, id] = /^\{"id":(\d+)/.exec(headOf(bytes)) ?? [];
  return id === undefined ? null : Number(id);
}

function isError(bytes: Uint8Array): boolean {
  return /^\{"id":\d+,"error"/.test(headOf(bytes));
}

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 40)).toString('latin1');
}

export function silent(who: string): UserError {
  return new UserError(
    `${who} does not answer`,
    'It may be busy in native code (execSync, an add-on). Try again when that has finished.',
    exitCode.noMeasurement,
  );
}

export function gone(who: string): UserError {
  return new UserError(
    `${who} ended, or its inspector was closed by another program`,
    'Try again with only one tool attached.',
    exitCode.noMeasurement,
  );
}

function refused(who: string, message: string): UserError {
  return new UserError(
    `${who}: its inspector refused the request (${message})`,
    'Another profiler may be attached. Detach it and try again.',
    exitCode.noMeasurement,
  );
}
