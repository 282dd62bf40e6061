import type { Frame, StackSample } from '../model/profiles/stack-sample.js';
import { scriptFile } from '../model/text/script-file.js';

/** A node of the call tree of @datadog/pprof, before the package serialises it: the serialised names of scripts are ambiguous. */
export interface SampledNode {
  readonly name?: string;
  /** As V8 names the script: a URL, or a path. */
  readonly scriptName: string;
  readonly lineNumber?: number;
  readonly hitCount: number;
  readonly children: readonly SampledNode[];
}

/** Time in which no JavaScript of the thread ran. */
const noCode = new Set(['(program)', '(idle)']);

/** The different stacks of a call tree with their numbers of samples, without those in which no code ran. */
export function sampledStacks(root: SampledNode): StackSample[] {
  const found: StackSample[] = [];
  const add = (node: SampledNode, callers: readonly Frame[]): void => {
    const frames = [frameOf(node), ...callers];
    if (node.hitCount > 0) found.push({ frames, count: node.hitCount });
    for (const child of node.children) add(child, frames);
  };
  for (const node of root.children) if (!noCode.has(node.name ?? '')) add(node, []);
  return found;
}

function frameOf({ name = '', scriptName, lineNumber = 0 }: SampledNode): Frame {
  return { name, file: filePath(scriptName), line: lineNumber };
}

/** A script's path; Node's own scripts as `node:…`; empty for anything else. */
function filePath(script: string): string {
  const path = scriptFile(script);
  return path.startsWith('/') || path.startsWith('node:') || /^[A-Za-z]:[\\/]/.test(path) ? path : '';
}
