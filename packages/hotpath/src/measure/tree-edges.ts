import type { CallTree } from '../model/path/call-tree.js';
import type { Edge } from './job.js';

/** All edges of a call tree. */
export function edgesOf({ nodes }: CallTree): Edge[] {
  return nodes.flatMap((node, index): Edge[] => (index === 0 ? [] : [[node.parent, node.place, index]]));
}
