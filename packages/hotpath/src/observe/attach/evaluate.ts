import type { Conversation } from './conversation.js';

interface Evaluated {
  readonly result: { readonly value?: unknown; readonly objectId?: string };
  readonly exceptionDetails?: unknown;
}

/** The global `process` of a thread, which its program may have replaced, as an expression. */
export const ownProcess = "(typeof require === 'function' ? require('process') : process)";

/**
 * Evaluates an expression in a thread and returns its value; undefined if it throws. V8 copies the value, so that it does
 * not matter what the program has made of JSON.
 */
export async function evaluate(thread: Conversation, expression: string): Promise<unknown> {
  return (await evaluated(thread, expression, true)).value;
}

/** Evaluates an expression and returns a reference to the object that is its value; null if it throws. */
export async function evaluateObject(thread: Conversation, expression: string): Promise<string | null> {
  return (await evaluated(thread, expression, false)).objectId ?? null;
}

async function evaluated(
  thread: Conversation,
  expression: string,
  returnByValue: boolean,
): Promise<Evaluated['result']> {
  const answer = await thread.ask('Runtime.evaluate', {
    expression,
    returnByValue,
    silent: true,
    // Provides `require`, which main programs that are ES modules lack.
    includeCommandLineAPI: true,
  });
  const { result, exceptionDetails } = answer as Evaluated;
  return exceptionDetails === undefined ? result : {};
}
