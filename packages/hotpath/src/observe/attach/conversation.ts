import { exitCode, UserError } from '../../errors.js';

/** Questions and answers of the DevTools protocol with one thread, whatever carries them. */
export interface Conversation {
  /** The other side, in sentences. */
  readonly who: string;
  /** Asks and gives the answer's result. Throws a UserError where there is none in time, or the other side is gone. */
  ask(method: string, params?: object): Promise<unknown>;
  /** As `ask`; gives the whole message, unread, and waits longer: it may be hundreds of megabytes. */
  askForMessage(method: string): Promise<Uint8Array>;
  on(method: string, hear: (params: unknown) => void): void;
  /** A message came. */
  receive(message: Uint8Array): void;
  /** The other side is gone: nothing is answered any more. */
  end(): void;
  /** Whether it let a question wait for too long, and has said nothing since. */
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
  const hearers = new Map<string, (params: unknown) => void>();
  const ask = (method: string, params: object, isRaw: boolean): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = questions.add({ isRaw, resolve, reject });
      if (id !== null) send(JSON.stringify({ id, method, params }));
    });
  return {
    who,
    ask: (method, params = {}) => ask(method, params, false),
    askForMessage: (method) => ask(method, {}, true) as Promise<Uint8Array>,
    on: (method, hear) => hearers.set(method, hear),
    receive(bytes) {
      const one = questions.answered(answeredId(bytes));
      if (one?.isRaw && !isError(bytes)) return one.resolve(bytes);
      const message = JSON.parse(Buffer.from(bytes).toString('utf8')) as Message;
      if (message.error) one?.reject(refused(who, message.error.message));
      else if (message.method !== undefined) hearers.get(message.method)?.(message.params);
      else one?.resolve(message.result);
    },
    end: questions.end,
    isSilent: questions.isSilent,
  };
}

/** Questions that wait for their answers. */
interface Questions extends Pick<Conversation, 'end' | 'isSilent'> {
  /** Its id; null where nobody is there any more to answer it. */
  add(one: Question): number | null;
  /** Something was heard: of a question with this id, which waits no more, or of none. */
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

/** V8 writes `id` first, and only into answers. */
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
    'It may be busy in native code (execSync, an add-on): try again when it is done.',
    exitCode.noMeasurement,
  );
}

export function gone(who: string): UserError {
  return new UserError(
    `${who} ended, or its inspector was closed by another program`,
    'Try again, with one tool at a time.',
    exitCode.noMeasurement,
  );
}

function refused(who: string, message: string): UserError {
  return new UserError(
    `${who}: its inspector refuses (${message})`,
    'Another profiler may be at work there.',
    exitCode.noMeasurement,
  );
}
