import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/**
 * Leaves a processor to the calling thread: all other threads that the fork has now are confined to the other processors.
 * Each copy of a path that waits has a thread, and the system would run them on the caller's processor; the only thread of a
 * single path runs elsewhere (docs/adr/0016). False with one processor, or without util-linux.
 */
export function leaveProcessor(): boolean {
  const allowed = allowedProcessors();
  const own = allowed.at(-1);
  if (own === undefined || allowed.length < 2) return false;
  const others = allowed.slice(0, -1);
  const main = String(process.pid);
  // First to its own processor, to move it there; then free, so that threads that it starts later are not confined with it.
  return (
    otherThreads().every((thread) => confine(thread, others)) &&
    confine(main, [own]) &&
    confine(main, allowed)
  );
}

function otherThreads(): string[] {
  return readdirSync('/proc/self/task').filter((thread) => thread !== String(process.pid));
}

/** A thread that has ended in the meantime counts as confined. */
function confine(thread: string, processors: readonly number[]): boolean {
  const { status } = spawnSync('taskset', ['-pc', processors.join(), thread], { stdio: 'ignore' });
  return status === 0 || (status !== null && !existsSync(`/proc/self/task/${thread}`));
}

/** Numbers of the processors that this process may use; none where the system does not report them. */
export function allowedProcessors(): number[] {
  try {
    const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1];
    return list === undefined ? [] : parseProcessors(list);
  } catch {
    return [];
  }
}

/** Parses the kernel's list format: `0-3,8` (cpuset(7)). */
export function parseProcessors(list: string): number[] {
  return list.split(',').flatMap((range) => {
    const [first = Number.NaN, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
