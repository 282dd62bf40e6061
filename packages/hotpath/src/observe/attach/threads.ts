import type { Attachment } from './attachment.js';
import { type Conversation, createConversation } from './conversation.js';

/** A JavaScript thread of a process. */
export interface Thread {
  /** 0 is the main thread; others have the numbers that `worker_threads` gave them. */
  readonly id: number;
  /** Empty where it has none. */
  readonly name: string;
  readonly conversation: Conversation;
}

/** Hears of threads as they come and go. */
export interface ThreadListener {
  /** A thread is there, or has started. */
  readonly started: (thread: Thread) => void;
  /** A thread has done its work, still answers, and ends as soon as it is let go. */
  readonly ending: (thread: Thread) => Promise<void>;
  /** A worker is gone. */
  readonly ended: (thread: Thread) => void;
}

interface WorkerEvent {
  readonly sessionId: string;
  readonly message: string;
  readonly workerInfo: { readonly workerId: string; readonly title: string };
}

/** Follows the threads of a process, the main one first; resolved when those that run by now are known. */
export async function followThreads(
  { main, closed }: Pick<Attachment, 'main' | 'closed'>,
  listener: ThreadListener,
): Promise<void> {
  const workers = new Map<string, Thread>();
  const tell = (sessionId: string, message: string): void => {
    // What could not be told is noticed by its question's timeout.
    main.ask('NodeWorker.sendMessageToWorker', { sessionId, message }).catch(() => {});
  };
  main.on('NodeWorker.attachedToWorker', (params) => {
    const { sessionId, workerInfo } = params as WorkerEvent;
    const [, name = ''] = /^\[worker \d+\] ?(.*)$/.exec(workerInfo.title) ?? [];
    const conversation = createConversation(`worker ${workerInfo.workerId}`, (text) => tell(sessionId, text));
    const thread = { id: Number(workerInfo.workerId), name: ownName(name), conversation };
    workers.set(sessionId, thread);
    follow(thread, listener, () => {
      main.ask('NodeWorker.detach', { sessionId }).catch(() => {});
    });
  });
  main.on('NodeWorker.receivedMessageFromWorker', (params) => {
    const { sessionId, message } = params as WorkerEvent;
    workers.get(sessionId)?.conversation.receive(Buffer.from(message));
  });
  main.on('NodeWorker.detachedFromWorker', (params) => {
    const { sessionId } = params as WorkerEvent;
    const thread = workers.get(sessionId);
    workers.delete(sessionId);
    thread?.conversation.end();
    if (thread) listener.ended(thread);
  });
  closed.addEventListener('abort', () => {
    for (const { conversation } of workers.values()) conversation.end();
  });
  follow({ id: 0, name: '', conversation: main }, listener, () => {});
  // V8 tells of the workers that are there before it answers.
  await main.ask('NodeWorker.enable', { waitForDebuggerOnStart: false });
}

/** Node 24 and later name the threads that have no name. */
function ownName(name: string): string {
  return name === 'WorkerThread' ? '' : name;
}

function follow(thread: Thread, { started, ending }: ThreadListener, release: () => void): void {
  thread.conversation.on('NodeRuntime.waitingForDisconnect', () => {
    ending(thread).finally(release);
  });
  // Without it a thread's last words would be lost, and Node would tell its user that it waits for a debugger.
  thread.conversation.ask('NodeRuntime.notifyWhenWaitingForDisconnect', { enabled: true }).catch(() => {});
  started(thread);
}
