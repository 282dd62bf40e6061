import { UserError } from '../../errors.js';
import type { ProcessStacks, ThreadStack } from '../../model/profiles/thread-stack.js';
import { readStack, stackExpression } from '../../v8/read-stack.js';
import { attach, evaluate } from './attachment.js';
import { followThreads, type Thread } from './threads.js';

/** Looks once at what every thread of a running process does. Throws a UserError where that cannot be done. */
export async function dumpThreads(pid: number): Promise<ProcessStacks> {
  const attachment = await attach(pid);
  const { command, version } = attachment;
  try {
    const stacks: Promise<ThreadStack>[] = [];
    await followThreads(attachment, {
      // Asked as soon as it is known: later it would already be doing something else.
      started: (thread) => stacks.push(stackOf(thread)),
      ending: async () => {},
      ended: () => {},
    });
    const threads = await Promise.all(stacks);
    return { pid, command, version, threads: threads.sort((a, b) => a.id - b.id) };
  } finally {
    await attachment.detach();
  }
}

async function stackOf({ id, name, conversation }: Thread): Promise<ThreadStack> {
  try {
    return { id, name, ...readStack((await evaluate(conversation, stackExpression)) as string) };
  } catch (problem) {
    if (!(problem instanceof UserError)) throw problem;
    return { id, name, state: 'silent', frames: [], waitsFor: {} };
  }
}
