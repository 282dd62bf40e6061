import type { ProcessStacks, ThreadStack } from '../../model/profiles/thread-stack.js';
import { attach } from './attachment.js';
import { takeStack } from './thread-stack.js';
import { followThreads } from './threads.js';

/** Takes one stack from every thread of a running process. Throws a UserError if `attach` fails or the process goes away. */
export async function dumpThreads(pid: number): Promise<ProcessStacks> {
  const attachment = await attach(pid);
  const { command, version } = attachment;
  try {
    const stacks: Promise<ThreadStack>[] = [];
    await followThreads(attachment, {
      // Requested immediately, so that all stacks are taken at nearly the same time.
      started(thread) {
        const stack = takeStack(thread);
        // A rejection is noticed below, when all threads are known.
        stack.catch(() => {});
        stacks.push(stack);
      },
      ending: async () => {},
      ended: () => {},
    });
    const threads = await Promise.all(stacks);
    return { pid, command, version, threads: threads.sort((a, b) => a.id - b.id) };
  } finally {
    await attachment.detach();
  }
}
