import { closeSync, openSync, writeSync } from 'node:fs';

export interface GeneratedSize {
  readonly samples: number;
  readonly nodes: number;
}

/** Characters that are written at a time. */
const held = 1 << 20;
const names = 3000;

/** Writes a .cpuprofile of a given size in V8's format: a random call tree in which each node is sampled equally often. */
export function generateProfile(file: string, { samples, nodes }: GeneratedSize): void {
  const random = seeded();
  const handle = openSync(file, 'w');
  let text = '';
  const write = (piece: string): void => {
    text += piece;
    if (text.length < held) return;
    writeSync(handle, text);
    text = '';
  };
  const list = (length: number, value: (index: number) => string | number): void => {
    for (let index = 0; index < length; index++) write(`${index === 0 ? '' : ','}${value(index)}`);
  };
  const calls = childrenAtRandom(nodes, random);
  write('{"nodes":[');
  list(nodes, (index) => nodeText(index, calls(index)));
  write(`],"startTime":0,"endTime":${100 * samples},"samples":[`);
  list(samples, () => 1 + Math.floor(random() * nodes));
  write('],"timeDeltas":[');
  list(samples, () => 80 + Math.floor(random() * 40));
  write(']}');
  writeSync(handle, text);
  closeSync(handle);
}

function nodeText(index: number, children: readonly number[]): string {
  const name = index === 0 ? '(root)' : `function${index % names}`;
  const url = `file:///srv/app/node_modules/package-${index % 40}/lib/index.js`;
  const line = index % 900;
  return `{"id":${index + 1},"callFrame":{"functionName":"${name}","scriptId":"${index % 50}","url":"${url}","lineNumber":${line},"columnNumber":${index % 80}},"hitCount":3,"children":[${children}],"positionTicks":[{"line":${line + 1},"ticks":3}]}`;
}

/** The ids that each node calls. The parent of a node is random, with a number of 10 % to 90 % of the node's own. */
function childrenAtRandom(nodes: number, random: () => number): (index: number) => number[] {
  const first = new Int32Array(nodes).fill(-1);
  const next = new Int32Array(nodes).fill(-1);
  for (let node = nodes - 1; node > 0; node--) {
    const parent = Math.min(node - 1, Math.floor(node * (0.1 + 0.8 * random())));
    next[node] = first[parent] as number;
    first[parent] = node;
  }
  return (index) => {
    const children: number[] = [];
    for (let child = first[index] as number; child !== -1; child = next[child] as number)
      children.push(child + 1);
    return children;
  };
}

/** Numerical Recipes' linear congruential generator; [0, 1). */
function seeded(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
