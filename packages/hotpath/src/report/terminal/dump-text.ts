import type { ProcessStacks, StackFrame, ThreadStack } from '../../model/profiles/thread-stack.js';

/** The stacks of a process, in the layout of `py-spy dump`; `place` shortens paths. Ends with a line break. */
export function dumpText(
  { pid, command, version, threads }: ProcessStacks,
  place: (file: string) => string,
): string {
  const parts = threads.map((thread) => [
    `Thread ${threadName(thread)}: ${stateText(thread)}`,
    ...thread.frames.map((frame) => `    ${frameText(frame, place)}`),
    ...moreText(thread),
  ]);
  return `${[[`Process ${pid}: ${command}`, `Node ${version}`], ...parts].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** `0 (main)`, or the thread's number and name. */
export function threadName({ id, name }: Pick<ThreadStack, 'id' | 'name'>): string {
  const called = id === 0 ? 'main' : name;
  return called === '' ? String(id) : `${id} (${called})`;
}

function moreText({ more }: ThreadStack): string[] {
  if (more === null) return ['    … and more, whose number is unknown'];
  return more > 0 ? [`    … ${more.toLocaleString('en')} more`] : [];
}

function stateText({ state, note, waitsFor }: ThreadStack): string {
  if (state === 'silent') return 'does not answer: busy in native code';
  if (state === 'unreadable') return `its stack cannot be read${note === null ? '' : ` (${note})`}`;
  if (state === 'active') return `active${note === null ? '' : ` (${note})`}`;
  const kinds = Object.entries(waitsFor).map(([kind, count]) => `${count} ${kind}`);
  return kinds.length === 0 ? 'idle' : `idle, waits for ${kinds.join(', ')}`;
}

function frameText(
  { name, file, line, column, isAsync }: StackFrame,
  place: (file: string) => string,
): string {
  const where = file === '' ? 'native' : `${place(file)}${line > 0 ? `:${line}:${column}` : ''}`;
  return `${isAsync ? 'async ' : ''}${name || '(anonymous)'} (${where})`;
}
