import type { UserError } from '../../errors.js';
import type { Attachment } from './attachment.js';
import { type Conversation, silent } from './conversation.js';
import { evaluate } from './evaluate.js';
import { followThreads, type Thread } from './threads.js';

/** The samples of a thread, as the text of a .cpuprofile. */
export interface ThreadSamples {
  readonly id: number;
  /** Empty if the thread has no name. */
  readonly name: string;
  readonly cpuProfile: Uint8Array;
}

/** A process whose threads are being sampled. */
export interface Sampling {
  /** Returns the samples since the last call, including those of threads that have ended, and continues sampling. */
  turn(): Promise<readonly ThreadSamples[]>;
  /** Returns the remaining samples and stops sampling. */
  end(): Promise<readonly ThreadSamples[]>;
  /** Aborted when the process is about to end. It then waits until we detach. */
  readonly ending: AbortSignal;
  /** Why threads returned no samples in the last call, one error per thread. */
  silent(): readonly UserError[];
}

/** Samples all threads of a process every `intervalUs`, including threads that start later. */
export async function sampleThreads(attachment: Attachment, intervalUs: number): Promise<Sampling> {
  const running = new Map<number, Thread>();
  const left: ThreadSamples[] = [];
  const farewells: Promise<void>[] = [];
  const ending = new AbortController();
  let problems: UserError[] = [];
  const take = async (thread: Thread, continues: boolean): Promise<void> => {
    try {
      left.push(await samplesOf(thread, continues));
    } catch (problem) {
      // The samples of a thread that has ended are already taken.
      if (!attachment.closed.aborted && running.has(thread.id)) problems.push(problem as UserError);
    }
  };
  const takeAll = async (continues: boolean): Promise<readonly ThreadSamples[]> => {
    problems = [];
    const each = [...running.values()].map((thread) => take(thread, continues));
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

/** Not awaited: a thread that is busy in native code starts sampling once it continues. */
function begin(thread: Conversation, intervalUs: number): void {
  Promise.all([
    thread.ask('Profiler.enable'),
    thread.ask('Profiler.setSamplingInterval', { interval: intervalUs }),
    thread.ask('Profiler.start'),
  ]).catch(() => {});
}

async function samplesOf({ id, name, conversation }: Thread, continues: boolean): Promise<ThreadSamples> {
  if (conversation.isSilent()) throw silent(conversation.who);
  // A short request detects a blocked thread sooner.
  await conversation.ask('Profiler.enable');
  const message = await (continues ? restart(conversation) : conversation.askForMessage('Profiler.stop'));
  return { id, name, cpuProfile: profileIn(message) };
}

/**
 * Restarts the profiler while a second profile keeps running. Without the second one, V8 would drop its list of code and
 * scan the whole heap at the next start: a pause of 140 ms instead of 1 ms in a program that holds the TypeScript
 * compiler.
 */
async function restart(thread: Conversation): Promise<Uint8Array> {
  await evaluate(thread, `profile('${bridge}')`);
  const message = await thread.askForMessage('Profiler.stop');
  await thread.ask('Profiler.start');
  await evaluate(thread, `profileEnd('${bridge}')`);
  return message;
}

const bridge = 'hotpath';

/** Cuts the profile out of V8's response, {"id":7,"result":{"profile":{...}}}, without parsing it. */
function profileIn(message: Uint8Array): Uint8Array {
  const key = '"profile":';
  const start = Buffer.from(message.subarray(0, 100)).indexOf(key);
  return message.subarray(start + key.length, message.length - 2);
}
