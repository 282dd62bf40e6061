import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/**
 * Leaves a processor to the calling thread: all other threads that the process has by now are confined to the others.
 * Copies of a path that waits have a thread each, and the system, which wakes now one and now another of dozens, puts
 * them where the caller is; alone, the path's thread is somewhere else: docs/adr/0016. False where there is one processor, or
 * no util-linux that could confine.
 */
export function leaveProcessor(): boolean {
  const allowed = allowedProcessors();
  const own = allowed.at(-1);
  if (own === undefined || allowed.length < 2) return false;
  const others = allowed.slice(0, -1);
  const main = String(process.pid);
  // To its own first, so that it is there; then free, so that what it starts later is not confined with it.
  return (
    otherThreads().every((thread) => confine(thread, others)) &&
    confine(main, [own]) &&
    confine(main, allowed)
  );
}

function otherThreads(): string[] {
  return readdirSync('/proc/self/task').filter((thread) => thread !== String(process.pid));
}

/** A thread that has ended meanwhile needs no processor. */
function confine(thread: string, processors: readonly number[]): boolean {
  const { status } = spawnSync('taskset', ['-pc', processors.join(), thread], { stdio: 'ignore' });
  return status === 0 || (status !== null && !existsSync(`/proc/self/task/${thread}`));
}

/** Numbers of the processors that the calling process may use; none where the system does not tell. */
export function allowedProcessors(): number[] {
  try {
    const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1];
    return list === undefined ? [] : parseProcessors(list);
  } catch {
    return [];
  }
}

/** Reads the kernel's notation: `0-3,8` (cpuset(7), "List format"). */
export function parseProcessors(list: string): number[] {
  return list.split(',').flatMap((range) => {
    const [first = Number.NaN, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
