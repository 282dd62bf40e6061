import { Session } from 'node:inspector';
import { getEnvironmentData, isMainThread, setEnvironmentData, threadId, Worker } from 'node:worker_threads';
import { atEnd, endNow } from './at-end.js';

/** Key of the function in a worker's global object that runs its actions at the end. */
const endKey = 'hotpath.endNow';

/** Keys of the environment data that threads pass to the threads that they start: the states of all threads, and their own id. */
const [statesKey, parentKey] = ['hotpath.threadStates', 'hotpath.parentThread'];

/** For thread n, its state at index 2n and the id of its parent at 2n + 1. */
type States = Int32Array<SharedArrayBuffer>;
const mostThreads = 65_536;
const [running, ended] = [1, 2];

/** How long to wait for a worker that runs no JavaScript, ms. */
const patienceMs = 1000;

/**
 * Lets worker threads run their actions at the end if the main thread ends them, by `terminate` or with the process:
 * they get no `exit` event in that case. Must be called before the first `atEnd` of a thread.
 */
export function keepWorkers(): void {
  if (isMainThread) notifyWorkers(new Int32Array(new SharedArrayBuffer(8 * mostThreads)));
  else awaitNotice(getEnvironmentData(statesKey) as unknown as States | undefined);
  setEnvironmentData(parentKey, threadId);
}

/** Notifies workers through the inspector of the main thread, which reaches busy ones too. */
function notifyWorkers(states: States): void {
  setEnvironmentData(statesKey, states as unknown as Record<string, never>);
  const session = new Session();
  session.connect();
  const workers = new Set<string>();
  session.on('NodeWorker.attachedToWorker', ({ params }) => workers.add(params.sessionId));
  session.on('NodeWorker.detachedFromWorker', ({ params }) => workers.delete(params.sessionId));
  let done = 0;
  session.on('NodeWorker.receivedMessageFromWorker', ({ params }) => {
    if (hasEnded(params.message)) done++;
  });
  session.post('NodeWorker.enable', { waitForDebuggerOnStart: false });
  const end = (threads: readonly number[]): void => {
    done = 0;
    for (const worker of workers) notify(session, worker, threads);
    for (const thread of threads) Atomics.wait(states, 2 * thread, running, patienceMs);
    const told = threads.filter((thread) => states[2 * thread] === ended).length;
    // A worker that is terminated while it evaluates loses the termination, and runs on without end.
    waitFor(() => done >= told);
  };
  atEnd(() => end(runningBelow(states, threadId)));
  const { terminate } = Worker.prototype;
  Worker.prototype.terminate = function (this: Worker) {
    const below = runningBelow(states, this.threadId);
    end(states[2 * this.threadId] === running ? [this.threadId, ...below] : below);
    return terminate.call(this);
  };
}

/** Waits while this thread hears its inspector, at most `patienceMs`. */
function waitFor(isDone: () => boolean): void {
  const never = new Int32Array(new SharedArrayBuffer(4));
  const until = Date.now() + patienceMs;
  while (!isDone() && Date.now() < until) Atomics.wait(never, 0, 0, 2);
}

/** Whether a message of a worker says that its actions ran, because it was asked to end. */
function hasEnded(message: string): boolean {
  const { result } = JSON.parse(message) as {
    readonly result?: { readonly result?: { readonly value?: unknown } };
  };
  return result?.result?.value === true;
}

function awaitNotice(states: States | undefined): void {
  if (!states || threadId >= mostThreads) return;
  states[2 * threadId + 1] = Number(getEnvironmentData(parentKey));
  states[2 * threadId] = running;
  atEnd(() => {
    Atomics.store(states, 2 * threadId, ended);
    Atomics.notify(states, 2 * threadId);
  });
  const endIfListed = (threads: readonly number[]): boolean => {
    const isListed = threads.includes(threadId);
    if (isListed) endNow();
    return isListed;
  };
  Reflect.set(globalThis, Symbol.for(endKey), endIfListed);
}

/** Running threads that `thread` started, directly or indirectly. */
function runningBelow(states: States, thread: number): number[] {
  const found: number[] = [];
  // Ids grow in the order of starting, so parents come first.
  const above = new Set([thread]);
  for (let other = 1; other < mostThreads; other++) {
    if (!above.has(states[2 * other + 1] as number)) continue;
    above.add(other);
    if (states[2 * other] === running) found.push(other);
  }
  return found;
}

/** The inspector has its own worker ids, so each worker receives the list of threads that must end. */
function notify(session: Session, sessionId: string, threads: readonly number[]): void {
  const expression = `globalThis[Symbol.for(${JSON.stringify(endKey)})]?.(${JSON.stringify(threads)})`;
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } });
  session.post('NodeWorker.sendMessageToWorker', { sessionId, message });
}
