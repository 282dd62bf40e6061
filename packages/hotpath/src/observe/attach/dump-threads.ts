import { UserError } from '../../errors.js';
import type { ProcessStacks, ThreadStack } from '../../model/profiles/thread-stack.js';
import { readStack, stackExpression } from '../../v8/read-stack.js';
import { attach, evaluate } from './attachment.js';
import { followThreads, type Thread } from './threads.js';

/** Takes one stack from every thread of a running process. Throws a UserError if `attach` fails or the process goes away. */
export async function dumpThreads(pid: number): Promise<ProcessStacks> {
  const attachment = await attach(pid);
  const { command, version } = attachment;
  try {
    const stacks: Promise<ThreadStack>[] = [];
    await followThreads(attachment, {
      // Requested immediately, so that all stacks are taken at nearly the same time.
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
