import { once } from 'node:events';
import WebSocket from 'ws';
import { exitCode, UserError } from '../../errors.js';
import { type Conversation, createConversation } from './conversation.js';

/** A WebSocket connection to an inspector, with its conversation. */
export interface Connection {
  readonly main: Conversation;
  /** Aborted when the connection is closed by either side. */
  readonly closed: AbortSignal;
  close(): Promise<void>;
}

const handshakeMs = 5000;
/** Bytes. Profiles can exceed ws's default of 100 MiB. */
const longestMessage = 2 ** 31 - 1;
/** How long to wait for the closing handshake: a process whose thread is blocked does not answer it. */
const goodbyeMs = 500;

/** Connects to an inspector. `who` names its process in messages. Throws a UserError if the connection fails. */
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
      `${who}: its inspector accepts no connection (${(problem as Error).message})`,
      'Detach other tools and try again.',
      exitCode.noMeasurement,
    );
  }
  // Later errors are followed by 'close'.
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
