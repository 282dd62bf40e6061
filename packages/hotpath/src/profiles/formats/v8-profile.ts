import type { Profile } from '../../model/profiles/profile.js';
import type { V8Nodes } from './cpuprofile-nodes.js';
import { sampleTimes } from './sample-times.js';
import { parentsFirst } from './tree-order.js';

/**
 * Makes a call tree of V8's nodes and samples. `deltas` are in µs; `totalUs` is the duration of the profile, null if it is
 * unknown. Throws a SyntaxError if they do not fit together.
 */
export function profileOfNodes(
  nodes: V8Nodes,
  samples: Float64Array,
  deltas: Float64Array,
  totalUs: number | null,
): Profile {
  const positions = positionsById(nodes.ids);
  const weighed = weigh(nodes, positions, samples, deltas, totalUs);
  const { order, parents } = parentsFirst(parentPositions(nodes, positions));
  const roots = parents.reduce((many, parent) => many + (parent === -1 ? 1 : 0), 0);
  // V8 writes one root. If there are several, they become children of a new root.
  const shift = roots === 1 ? 0 : 1;
  const column = <Numbers extends Int32Array | Float64Array>(
    into: Numbers,
    from: ArrayLike<number>,
  ): Numbers => {
    for (let place = 0; place < order.length; place++)
      into[place + shift] = from[order[place] as number] as number;
    return into;
  };
  const functionOf = column(new Int32Array(order.length + shift), nodes.functionOf);
  functionOf[0] = -1;
  const shifted = new Int32Array(order.length + shift).fill(-1);
  for (let place = 0; place < order.length; place++)
    if (place + shift > 0) shifted[place + shift] = (parents[place] as number) + shift;
  return {
    functions: nodes.functions,
    parents: shifted,
    functionOf,
    self: column(new Float64Array(order.length + shift), weighed.self),
    unit: weighed.unit,
    samples: weighed.samples,
  };
}

function positionsById(ids: Float64Array): ReadonlyMap<number, number> {
  const positions = new Map<number, number>();
  ids.forEach((id, position) => {
    if (positions.has(id)) throw new SyntaxError(`two nodes have the id ${id}`);
    positions.set(id, position);
  });
  return positions;
}

function parentPositions(
  { ids, children, parents }: V8Nodes,
  positions: ReadonlyMap<number, number>,
): Int32Array {
  const parentOf = new Int32Array(ids.length).fill(-1);
  for (let link = 0; link < children.length; link++) {
    const child = positions.get(children[link] as number);
    const parent = positions.get(parents[link] as number);
    if (child === undefined || parent === undefined)
      throw new SyntaxError(
        `node ${child === undefined ? children[link] : parents[link]} is referenced but missing`,
      );
    if (parentOf[child] !== -1 && parentOf[child] !== parent)
      throw new SyntaxError(`node ${children[link]} has two parents`);
    parentOf[child] = parent;
  }
  return parentOf;
}

const nsPerUs = 1000;

/** Weights in ns if the samples have times; otherwise the number of samples per node. */
function weigh(
  nodes: V8Nodes,
  positions: ReadonlyMap<number, number>,
  samples: Float64Array,
  deltas: Float64Array,
  totalUs: number | null,
): Pick<Profile, 'self' | 'unit' | 'samples'> {
  if (samples.length === 0)
    return { self: nodes.hits, unit: 'samples', samples: nodes.hits.reduce((sum, hits) => sum + hits, 0) };
  const isTimed = deltas.length > 0;
  if (isTimed && deltas.length !== samples.length)
    throw new SyntaxError(`it has ${samples.length} samples but ${deltas.length} time deltas`);
  const lengths = isTimed ? sampleTimes(deltas, totalUs) : null;
  const self = new Float64Array(nodes.ids.length);
  let [lastId, position] = [Number.NaN, 0];
  for (let sample = 0; sample < samples.length; sample++) {
    const id = samples[sample] as number;
    if (id !== lastId) {
      const found = positions.get(id);
      if (found === undefined)
        throw new SyntaxError(`sample ${sample} refers to node ${id}, which is missing`);
      [lastId, position] = [id, found];
    }
    self[position] = (self[position] as number) + (lengths ? nsPerUs * (lengths[sample] as number) : 1);
  }
  return { self, unit: isTimed ? 'nanoseconds' : 'samples', samples: samples.length };
}
