import { UserError } from '../../errors.js';
import type { ThreadStack } from '../../model/profiles/thread-stack.js';
import { type ExceptionStack, type ReadStack, readExceptionStack, readStack } from '../../v8/read-stack.js';
import { stackExpression, type TakenStack } from '../../v8/stack-expression.js';
import type { Conversation } from './conversation.js';
import { evaluate } from './evaluate.js';
import type { Thread } from './threads.js';

/** Takes the stack of a thread. Where that fails, the result says so. */
export async function takeStack({ id, name, conversation }: Thread): Promise<ThreadStack> {
  try {
    const taken = (await evaluate(conversation, stackExpression)) as TakenStack | undefined;
    const read =
      (taken && readStack(taken)) ?? (await takeExceptionStack(conversation, taken?.resources ?? []));
    return { id, name, ...(read ?? unread('unreadable', 'V8 lists no frames of it')) };
  } catch (problem) {
    if (!(problem instanceof UserError)) throw problem;
    const isSilent = conversation.isSilent();
    return { id, name, ...unread(isSilent ? 'silent' : 'unreadable', isSilent ? null : problem.message) };
  }
}

function unread(state: ThreadStack['state'], note: string | null): ReadStack {
  return { state, frames: [], more: 0, note, waitsFor: {} };
}

/** V8 attaches the stack to an exception while an inspector listens, whatever the program has made of `Error`. */
async function takeExceptionStack(
  conversation: Conversation,
  resources: readonly string[],
): Promise<ReadStack | null> {
  await conversation.ask('Runtime.enable');
  const answer = await conversation.ask('Runtime.evaluate', { expression: 'throw 0', silent: true });
  await conversation.ask('Runtime.disable');
  const { exceptionDetails } = answer as {
    readonly exceptionDetails?: { readonly stackTrace?: ExceptionStack };
  };
  return readExceptionStack(exceptionDetails?.stackTrace ?? { callFrames: [] }, resources);
}
