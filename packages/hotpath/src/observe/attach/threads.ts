import type { Attachment } from './attachment.js';
import { type Conversation, createConversation } from './conversation.js';

/** A JavaScript thread of a process. */
export interface Thread {
  /** 0 for the main thread; for others the `threadId` of `worker_threads`. */
  readonly id: number;
  /** Empty if it has no name. */
  readonly name: string;
  readonly conversation: Conversation;
}

/** Is notified when threads start and end. */
export interface ThreadListener {
  /** A thread was found, or has started. */
  readonly started: (thread: Thread) => void;
  /** A thread has finished. It still answers, and ends when the promise is settled. */
  readonly ending: (thread: Thread) => Promise<void>;
  /** A worker has ended. */
  readonly ended: (thread: Thread) => void;
}

interface WorkerEvent {
  readonly sessionId: string;
  readonly message: string;
  readonly workerInfo: { readonly workerId: string; readonly title: string };
}

/** Follows the threads of a process, main thread first. Resolves when all running threads are known. */
export async function followThreads(
  { main, closed }: Pick<Attachment, 'main' | 'closed'>,
  listener: ThreadListener,
): Promise<void> {
  const workers = new Map<string, Thread>();
  const send = (sessionId: string, message: string): void => {
    // The timeout of the request covers a failure to send.
    main.ask('NodeWorker.sendMessageToWorker', { sessionId, message }).catch(() => {});
  };
  main.on('NodeWorker.attachedToWorker', (params) => {
    const { sessionId, workerInfo } = params as WorkerEvent;
    const [, name = ''] = /^\[worker \d+\] ?(.*)$/.exec(workerInfo.title) ?? [];
    const conversation = createConversation(`worker ${workerInfo.workerId}`, (text) => send(sessionId, text));
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
  // Node announces all existing workers before it responds.
  await main.ask('NodeWorker.enable', { waitForDebuggerOnStart: false });
}

/** Node 24 and later report unnamed threads as "WorkerThread". */
function ownName(name: string): string {
  return name === 'WorkerThread' ? '' : name;
}

function follow(thread: Thread, { started, ending }: ThreadListener, release: () => void): void {
  thread.conversation.on('NodeRuntime.waitingForDisconnect', () => {
    ending(thread).finally(release);
  });
  // Without this, the last samples of a thread would be lost, and Node would print that it waits for the debugger.
  thread.conversation.ask('NodeRuntime.notifyWhenWaitingForDisconnect', { enabled: true }).catch(() => {});
  started(thread);
}
