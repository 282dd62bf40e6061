import type { UserError } from '../../errors.js';
import { type Attachment, evaluate } from './attachment.js';
import { type Conversation, silent } from './conversation.js';
import { followThreads, type Thread } from './threads.js';

/** What V8 sampled of a thread: the text of a .cpuprofile. */
export interface ThreadSamples {
  readonly id: number;
  /** Empty where the thread has none. */
  readonly name: string;
  readonly cpuProfile: Uint8Array;
}

/** A process whose threads are being sampled. */
export interface Sampling {
  /** Gives what was sampled since the last time, of threads that have ended meanwhile too, and goes on. */
  turn(): Promise<readonly ThreadSamples[]>;
  /** Gives the last of it and samples no more. */
  end(): Promise<readonly ThreadSamples[]>;
  /** Aborted when the process is about to end; it waits until it is detached from. */
  readonly ending: AbortSignal;
  /** Threads that gave nothing when they were asked last, and why. */
  silent(): readonly UserError[];
}

/** Samples all threads of a process, those that start later too, every `intervalUs`. */
export async function sampleThreads(attachment: Attachment, intervalUs: number): Promise<Sampling> {
  const running = new Map<number, Thread>();
  const left: ThreadSamples[] = [];
  const farewells: Promise<void>[] = [];
  const ending = new AbortController();
  let problems: UserError[] = [];
  const take = async (thread: Thread, goesOn: boolean): Promise<void> => {
    try {
      left.push(await samplesOf(thread, goesOn));
    } catch (problem) {
      // One that ended meanwhile has been taken from already.
      if (!attachment.closed.aborted && running.has(thread.id)) problems.push(problem as UserError);
    }
  };
  const takeAll = async (goesOn: boolean): Promise<readonly ThreadSamples[]> => {
    problems = [];
    const each = [...running.values()].map((thread) => take(thread, goesOn));
    await Promise.all([...each, ...farewells.splice(0)]);
    return left.splice(0);
  };
  await followThreads(attachment, {
    started(thread) {
      running.set(thread.id, thread);
      begin(thread.conversation, intervalUs);
    },
    async ending(thread) {
      if (thread.id === 0) return ending.abort();
      running.delete(thread.id);
      farewells.push(take(thread, false));
      await farewells.at(-1);
    },
    ended: ({ id }) => running.delete(id),
  });
  return {
    turn: () => takeAll(true),
    end: () => takeAll(false),
    ending: ending.signal,
    silent: () => problems,
  };
}

/** Nobody waits for it: a thread that is busy in native code is sampled from when it goes on. */
function begin(thread: Conversation, intervalUs: number): void {
  Promise.all([
    thread.ask('Profiler.enable'),
    thread.ask('Profiler.setSamplingInterval', { interval: intervalUs }),
    thread.ask('Profiler.start'),
  ]).catch(() => {});
}

async function samplesOf({ id, name, conversation }: Thread, goesOn: boolean): Promise<ThreadSamples> {
  if (conversation.isSilent()) throw silent(conversation.who);
  // A thread that is blocked is noticed sooner by a short question.
  await conversation.ask('Profiler.enable');
  const message = await (goesOn ? turned(conversation) : conversation.askForMessage('Profiler.stop'));
  return { id, name, cpuProfile: profileIn(message) };
}

/**
 * Stops and starts the profiler while a second profile runs. Without that one V8 would forget what code there is and look
 * through the whole heap at the next start: a pause of 140 ms in a program that holds the TypeScript compiler, instead of 1.
 */
async function turned(thread: Conversation): Promise<Uint8Array> {
  await evaluate(thread, `profile('${bridge}')`);
  const message = await thread.askForMessage('Profiler.stop');
  await thread.ask('Profiler.start');
  await evaluate(thread, `profileEnd('${bridge}')`);
  return message;
}

const bridge = 'hotpath';

/** The profile in V8's answer, {"id":7,"result":{"profile":{...}}}, without reading the rest. */
function profileIn(message: Uint8Array): Uint8Array {
  const key = '"profile":';
  const start = Buffer.from(message.subarray(0, 100)).indexOf(key);
  return message.subarray(start + key.length, message.length - 2);
}
