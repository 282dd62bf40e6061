import { setTimeout as pause } from 'node:timers/promises';
import { systemProcesses } from '../processes/system-processes.js';
import type { Attachment } from './attachment.js';
import type { Sampling } from './sample-threads.js';

/** A killed process closes its sockets some time before it disappears. */
const exitMs = 200;

/** `ended` if the process has ended; `closed` if only its inspector was closed, by another tool; null while both exist. */
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
