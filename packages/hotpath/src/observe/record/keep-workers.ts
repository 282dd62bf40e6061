import { Session } from 'node:inspector';
import { getEnvironmentData, isMainThread, setEnvironmentData, threadId, Worker } from 'node:worker_threads';
import { atEnd, endNow } from './at-end.js';

/** Where a worker's own code finds what is to be done at its end. */
const endKey = 'hotpath.endNow';

/** Names of what threads hand on to those that they start: the states of all threads, and their own number. */
const [statesKey, parentKey] = ['hotpath.threadStates', 'hotpath.parentThread'];

/** State and parent of each thread, by its number. */
type States = Int32Array<SharedArrayBuffer>;
const mostThreads = 65_536;
const [running, ended] = [1, 2];

/** A worker that runs no JavaScript for so long is given up, ms. */
const patienceMs = 1000;

/**
 * Lets worker threads do what they have to do at their end when the main thread ends them, by `terminate` or with the
 * process: then they get no `exit` event. To be called before anything is to be done at a thread's end.
 */
export function keepWorkers(): void {
  if (isMainThread) askWorkers(new Int32Array(new SharedArrayBuffer(8 * mostThreads)));
  else beAsked(getEnvironmentData(statesKey) as unknown as States | undefined);
  setEnvironmentData(parentKey, threadId);
}

/** Workers are asked over the inspector inside the process, which reaches busy ones. All are attached to the main thread's. */
function askWorkers(states: States): void {
  setEnvironmentData(statesKey, states as unknown as Record<string, never>);
  const session = new Session();
  session.connect();
  const workers = new Set<string>();
  session.on('NodeWorker.attachedToWorker', ({ params }) => workers.add(params.sessionId));
  session.on('NodeWorker.detachedFromWorker', ({ params }) => workers.delete(params.sessionId));
  session.post('NodeWorker.enable', { waitForDebuggerOnStart: false });
  const end = (threads: readonly number[]): void => {
    for (const worker of workers) ask(session, worker, threads);
    for (const thread of threads) Atomics.wait(states, 2 * thread, running, patienceMs);
  };
  atEnd(() => end(runningBelow(states, threadId)));
  const { terminate } = Worker.prototype;
  Worker.prototype.terminate = function (this: Worker) {
    const below = runningBelow(states, this.threadId);
    end(states[2 * this.threadId] === running ? [this.threadId, ...below] : below);
    return terminate.call(this);
  };
}

function beAsked(states: States | undefined): void {
  if (!states || threadId >= mostThreads) return;
  states[2 * threadId + 1] = Number(getEnvironmentData(parentKey));
  states[2 * threadId] = running;
  atEnd(() => {
    Atomics.store(states, 2 * threadId, ended);
    Atomics.notify(states, 2 * threadId);
  });
  const endIfAsked = (threads: readonly number[]): void => {
    if (threads.includes(threadId)) endNow();
  };
  Reflect.set(globalThis, Symbol.for(endKey), endIfAsked);
}

/** Threads that run and were started by a thread, or by one that it started. */
function runningBelow(states: States, thread: number): number[] {
  const found: number[] = [];
  // Threads are numbered as they start: parents come first.
  const above = new Set([thread]);
  for (let other = 1; other < mostThreads; other++) {
    if (!above.has(states[2 * other + 1] as number)) continue;
    above.add(other);
    if (states[2 * other] === running) found.push(other);
  }
  return found;
}

/** The inspector numbers workers in an order of its own, so each is told which threads are meant. */
function ask(session: Session, sessionId: string, threads: readonly number[]): void {
  const expression = `globalThis[Symbol.for(${JSON.stringify(endKey)})]?.(${JSON.stringify(threads)})`;
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } });
  session.post('NodeWorker.sendMessageToWorker', { sessionId, message });
}
