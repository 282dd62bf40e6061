import { basename } from 'node:path';
import { exitCode, UserError } from '../../errors.js';
import { descendants, type ProcessTable, type RunningProcess } from './process-table.js';

/** Looks up a Node process by its pid. Throws a UserError if it is hotpath itself, does not exist, has ended, is stopped, is not Node, or belongs to another user or network namespace. */
export function findTarget(pid: number, table: ProcessTable): RunningProcess {
  checkReachable(pid);
  const found = table.look(pid);
  if (!found) throw missing(pid);
  checkState(found, table);
  return found;
}

/** Whether a process runs Node, judged by the name of its program. */
export function isNode({ executable }: RunningProcess): boolean {
  return executable === process.execPath || /^node(js)?[\d.-]*(\.exe)?$/.test(basename(executable));
}

function checkReachable(pid: number): void {
  if (pid === process.pid)
    throw new UserError(
      `process ${pid} is hotpath itself`,
      'Give the pid of another process: `pgrep -a node` lists them.',
    );
  try {
    process.kill(pid, 0);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EPERM') throw missing(pid);
    throw new UserError(`process ${pid} belongs to another user`, 'Run hotpath as that user, or as root.');
  }
}

export function missing(pid: number): UserError {
  return new UserError(
    `there is no process ${pid}`,
    'Give the pid of a running Node process: `pgrep -a node` lists them.',
  );
}

function checkState(found: RunningProcess, table: ProcessTable): void {
  const { pid, executable } = found;
  if (found.hasEnded)
    throw new UserError(
      `process ${pid} has ended (it is a zombie)`,
      'Give the pid of a running Node process: `pgrep -a node` lists them.',
    );
  if (!isNode(found))
    throw new UserError(
      `process ${pid} is not Node${executable === '' ? '' : `, it runs ${executable}`}`,
      nodesBelow(pid, table),
    );
  if (found.isStopped)
    throw new UserError(
      `process ${pid} is stopped`,
      `Continue it (kill -CONT ${pid}) and try again.`,
      exitCode.noMeasurement,
    );
  if (!found.sharesNetwork)
    throw new UserError(
      `process ${pid} has its own network (a container)`,
      'Run hotpath in the same container.',
      exitCode.noMeasurement,
    );
}

function nodesBelow(pid: number, table: ProcessTable): string {
  const nodes = descendants(table, pid).filter((child) => {
    const found = table.look(child);
    return child !== process.pid && found && isNode(found);
  });
  return nodes.length === 0
    ? 'Give the pid of a Node process: `pgrep -a node` lists them.'
    : `Give the pid of a Node process that it started: ${nodes.join(', ')}.`;
}
