import { setTimeout as pause } from 'node:timers/promises';
import { systemProcesses } from '../processes/system-processes.js';
import type { Attachment } from './attachment.js';
import type { Sampling } from './sample-threads.js';

/** A process that is being killed closes its sockets some time before it is gone. */
const exitMs = 200;

/** Whether a process has ended, or only its inspector was closed, by another tool; null while both are there. */
export async function departure(
  { pid, closed }: Attachment,
  { ending }: Sampling,
): Promise<'ended' | 'closed' | null> {
  if (ending.aborted) return 'ended';
  if (!closed.aborted) return null;
  await pause(exitMs);
  const found = systemProcesses().look(pid);
  return !found || found.hasEnded ? 'ended' : 'closed';
}
