import { once } from 'node:events';
import WebSocket from 'ws';
import { exitCode, UserError } from '../../errors.js';
import { type Conversation, createConversation } from './conversation.js';

/** A conversation over a connection of its own. */
export interface Connection {
  readonly main: Conversation;
  /** Aborted when the connection is closed, whoever did it. */
  readonly closed: AbortSignal;
  close(): Promise<void>;
}

const handshakeMs = 5000;
/** Profiles pass ws's default of 100 MiB. */
const longestMessage = 2 ** 31 - 1;
/** A process whose thread is blocked does not say goodbye. */
const goodbyeMs = 500;

/** Connects to an inspector. `who` is its process in sentences. */
export async function connect(who: string, url: string): Promise<Connection> {
  const socket = new WebSocket(url, {
    handshakeTimeout: handshakeMs,
    maxPayload: longestMessage,
    perMessageDeflate: false,
  });
  const closed = new AbortController();
  const main = createConversation(who, (text) => socket.send(text));
  socket.on('message', (message: Buffer) => main.receive(message));
  socket.once('close', () => {
    main.end();
    closed.abort();
  });
  try {
    await once(socket, 'open');
  } catch (problem) {
    throw new UserError(
      `${who}: its inspector takes no connection (${(problem as Error).message})`,
      'Try again when no other tool is attached.',
      exitCode.noMeasurement,
    );
  }
  // What goes wrong from here on ends in 'close'.
  socket.on('error', () => {});
  return {
    main,
    closed: closed.signal,
    async close() {
      if (closed.signal.aborted) return;
      const goodbye = setTimeout(() => socket.terminate(), goodbyeMs);
      socket.close();
      await once(socket, 'close');
      clearTimeout(goodbye);
    },
  };
}
