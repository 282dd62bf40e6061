import type { Connection } from './connect.js';
import { evaluateObject, ownProcess } from './evaluate.js';

/** Has a process close its inspector, and closes the connection. */
export interface Exit {
  /** `debugPort` is the port at which the process opens its inspector the next time; null: as it is. */
  leave(debugPort: number | null): Promise<void>;
}

/**
 * An object in the process that closes its inspector. After SIGUSR1, Node opens the inspector by an interrupt, and again by
 * an event unless it is open. A busy thread handles the event when it returns to its event loop, which can be after we have
 * left. The inspector is then closed once more.
 */
const closer = `(() => {
  const own = ${ownProcess};
  const load = (name) => own.getBuiltinModule?.(name) ?? require(name);
  const { setImmediate } = load('timers');
  const { url } = load('inspector');
  const later = (action) => setImmediate(() => setImmediate(() => setImmediate(action)));
  const closer = {
    hasTurned: false,
    leave(port) {
      const close = () => {
        if (url() !== undefined) own._debugEnd();
        if (port !== null) own.debugPort = port;
      };
      if (!closer.hasTurned) later(close);
      close();
    },
  };
  later(() => { closer.hasTurned = true; });
  return closer;
})()`;

const closeNow = `${ownProcess}._debugEnd()`;

/** Prepares to leave a process whose inspector was opened for us. Throws a UserError if the process does not answer. */
export async function prepareExit(connection: Connection): Promise<Exit> {
  const objectId = await evaluateObject(connection.main, closer);
  return {
    leave(debugPort) {
      if (objectId === null) return leaveBy(connection, 'Runtime.evaluate', evaluation(closeNow));
      return leaveBy(connection, 'Runtime.callFunctionOn', {
        objectId,
        functionDeclaration: 'function leave(port) { this.leave(port); }',
        arguments: [{ value: debugPort }],
        silent: true,
      });
    },
  };
}

/** Leaves a process that could not be prepared. */
export function leaveAtOnce(connection: Connection): Promise<void> {
  return leaveBy(connection, 'Runtime.evaluate', evaluation(closeNow));
}

/** Leaves a process that reopens its inspector at any free port. */
export function leaveToFreePort(connection: Connection): Promise<void> {
  const inspector = `(${ownProcess}.getBuiltinModule?.('inspector') ?? require('inspector'))`;
  const reopen = `{ const { open } = ${inspector}; ${closeNow}; open(0); }`;
  return leaveBy(connection, 'Runtime.evaluate', evaluation(reopen));
}

function evaluation(expression: string): object {
  return { expression, includeCommandLineAPI: true, silent: true };
}

const leaveMs = 2000;

/**
 * Asks for something that closes the inspector, and waits briefly. There is no answer, because Node closes all connections
 * first. A blocked thread does what was asked once it continues.
 */
async function leaveBy(connection: Connection, method: string, params: object): Promise<void> {
  const answer = connection.main.ask(method, params).catch(() => {});
  const late = new Promise((resolve) => setTimeout(resolve, leaveMs).unref());
  await Promise.race([answer, late]);
  await connection.close();
}
