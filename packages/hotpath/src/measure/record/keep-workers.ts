import { Session } from 'node:inspector';
import { getEnvironmentData, isMainThread, setEnvironmentData, threadId, Worker } from 'node:worker_threads';
import { atEnd, endNow } from './at-end.js';

/** Where a thread's own code finds what is to be done at its end. */
const endKey = 'hotpath.endNow';

/** Shared by all threads: the state of each, by its number. */
const statesKey = 'hotpath.threadStates';
const mostThreads = 65_536;
const [waiting, ended] = [0, 1];

/** A worker that runs no JavaScript for so long is given up, ms. */
const patienceMs = 1000;

/**
 * Lets worker threads do what they have to do at their end when another thread ends them, by `terminate` or with the
 * process: then they get no `exit` event. They are asked over the inspector inside the process, which reaches busy threads.
 */
export function keepWorkers(): void {
  const states = statesOfThreads();
  const session = new Session();
  session.connect();
  const workers = new Map<number, string>();
  session.on('NodeWorker.attachedToWorker', ({ params }) => {
    workers.set(Number(params.workerInfo.workerId), params.sessionId);
  });
  session.on('NodeWorker.detachedFromWorker', ({ params }) => {
    for (const [thread, id] of workers) if (id === params.sessionId) workers.delete(thread);
  });
  session.post('NodeWorker.enable', { waitForDebuggerOnStart: false });
  const end = (threads: readonly number[]): void => {
    const asked = threads.filter((thread) => ask(session, workers.get(thread)));
    for (const thread of asked) Atomics.wait(states, thread % mostThreads, waiting, patienceMs);
  };
  Reflect.set(globalThis, Symbol.for(endKey), endNow);
  atEnd(() => end([...workers.keys()]));
  beforeTerminate((thread) => end([thread]));
}

/** Tells the others that this thread has done what it had to do; to be called before all that is to be done at its end. */
export function tellEnd(): void {
  if (isMainThread) return;
  const states = statesOfThreads();
  atEnd(() => {
    Atomics.store(states, threadId % mostThreads, ended);
    Atomics.notify(states, threadId % mostThreads);
  });
}

function statesOfThreads(): Int32Array<SharedArrayBuffer> {
  const known = getEnvironmentData(statesKey);
  if (known) return known as unknown as Int32Array<SharedArrayBuffer>;
  const states = new Int32Array(new SharedArrayBuffer(4 * mostThreads));
  setEnvironmentData(statesKey, states as unknown as Record<string, never>);
  return states;
}

function ask(session: Session, sessionId: string | undefined): boolean {
  if (sessionId === undefined) return false;
  const expression = `globalThis[Symbol.for(${JSON.stringify(endKey)})]?.()`;
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } });
  let isAsked = false;
  session.post('NodeWorker.sendMessageToWorker', { sessionId, message }, (problem) => {
    isAsked = problem === null;
  });
  return isAsked;
}

function beforeTerminate(action: (thread: number) => void): void {
  const { terminate } = Worker.prototype;
  Worker.prototype.terminate = function (this: Worker) {
    action(this.threadId);
    return terminate.call(this);
  };
}
