import { Session } from 'node:inspector';

/** A connection to the inspector of this thread. Answers come before `ask` returns. */
export interface ThreadSession {
  /** Throws what the inspector refuses. */
  ask<Answer = object>(method: string, params?: object): Answer;
  /** Messages come between two statements of the thread's code, or during `ask`. */
  on<Message>(event: string, heard: (message: Message) => void): void;
  disconnect(): void;
}

/** Connects to the inspector of this thread. */
export function openThreadSession(): ThreadSession {
  const session = new Session();
  session.connect();
  return {
    ask<Answer>(method: string, params: object = {}): Answer {
      let [problem, answer]: [unknown, unknown] = [null, null];
      session.post(method, params, (refused: Error | null, given?: object) => {
        [problem, answer] = [refused, given];
      });
      if (problem) throw problem;
      return answer as Answer;
    },
    on<Message>(event: string, heard: (message: Message) => void) {
      session.on(event, ({ params }: { params: Message }) => heard(params));
    },
    disconnect: () => session.disconnect(),
  };
}
