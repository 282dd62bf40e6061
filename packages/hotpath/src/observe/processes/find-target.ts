import { basename } from 'node:path';
import { exitCode, UserError } from '../../errors.js';
import { descendants, type ProcessTable, type RunningProcess } from './process-table.js';

/** The Node process of a number. Throws a UserError that says why it cannot be attached to. */
export function findTarget(pid: number, table: ProcessTable): RunningProcess {
  checkReachable(pid);
  const found = table.look(pid);
  if (!found) throw missing(pid);
  checkState(found, table);
  return found;
}

/** Whether a process runs Node, told by its program's name. */
export function isNode({ executable }: RunningProcess): boolean {
  return executable === process.execPath || /^node(js)?[\d.-]*(\.exe)?$/.test(basename(executable));
}

function checkReachable(pid: number): void {
  if (pid === process.pid)
    throw new UserError(
      `process ${pid} is hotpath itself`,
      'Give the number of another process: `pgrep -a node` lists them.',
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
    `no process has the number ${pid}`,
    'Give the number of a running Node process: `pgrep -a node` lists them.',
  );
}

function checkState(found: RunningProcess, table: ProcessTable): void {
  const { pid, executable } = found;
  if (found.hasEnded)
    throw new UserError(
      `process ${pid} has ended, and only its parent has not noticed`,
      'Give the number of a running Node process: `pgrep -a node` lists them.',
    );
  if (!isNode(found))
    throw new UserError(
      `process ${pid} is no Node${executable === '' ? '' : `, it runs ${executable}`}`,
      nodesBelow(pid, table),
    );
  if (found.isStopped)
    throw new UserError(
      `process ${pid} is stopped`,
      `Let it go on (kill -CONT ${pid}) and try again.`,
      exitCode.noMeasurement,
    );
  if (!found.sharesNetwork)
    throw new UserError(
      `process ${pid} has a network of its own (a container)`,
      'Run hotpath in the container.',
      exitCode.noMeasurement,
    );
}

function nodesBelow(pid: number, table: ProcessTable): string {
  const nodes = descendants(table, pid).filter((child) => {
    const found = table.look(child);
    return child !== process.pid && found && isNode(found);
  });
  return nodes.length === 0
    ? 'Give the number of a Node process: `pgrep -a node` lists them.'
    : `Give the number of a Node process below it: ${nodes.join(', ')}.`;
}
