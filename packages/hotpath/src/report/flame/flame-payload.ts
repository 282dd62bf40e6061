import type { FlamePayload, PayloadCalls, PayloadFunctions } from '../../model/profiles/flame-payload.js';
import type { Profile } from '../../model/profiles/profile.js';
import { type Category, categoryOf } from '../../profiles/tree/category.js';
import { type FunctionWeight, functionWeights } from '../../profiles/tree/function-table.js';
import { type Pruned, prune } from '../../profiles/tree/prune.js';
import { walkCalls } from '../../profiles/tree/walk.js';
import { categoryColours, categoryNames } from './category-colours.js';
import { remaindersOf } from './flame-remainders.js';
import type { FlameDrawing } from './flame-svg.js';

/** Calls on a page; more would make it slow to open, and would be too narrow to see. */
export const mostCalls = 100_000;

/** Functions with a larger share of the whole are in the table even when all their calls are left out. */
const leastShare = 1e-5;

const categories = Object.keys(categoryNames) as Category[];

/** What a flame page shows of a profile: the heaviest calls, and the exact weights of functions. */
export function flamePayload(
  profile: Profile,
  { title, said, icicle, narrowest }: Omit<FlameDrawing, 'width'>,
  most = mostCalls,
  least = leastShare,
): FlamePayload {
  const pruned = prune(profile, most, narrowest);
  const weights = functionWeights(profile);
  const listed = listedFunctions(profile, pruned, weights, least);
  const numbers = new Int32Array(weights.length).fill(-1);
  listed.forEach((index, number) => {
    numbers[index] = number;
  });
  const { calls, weight } = callColumns(profile, pruned, numbers);
  const functions = weights.filter(({ whole }) => whole > 0).length - listed.length;
  return {
    title,
    said,
    unit: profile.unit,
    icicle,
    categories: categories.map((one) => {
      const [hue, saturation] = categoryColours[one];
      return { name: categoryNames[one], hue, saturation };
    }),
    functions: functionColumns(listed.map((index) => weights[index] as FunctionWeight)),
    calls,
    leftOut: { calls: pruned.leftOut, weight, functions },
  };
}

/** Indices of the functions that have a call on the page, or a large enough share without one. */
function listedFunctions(
  { functionOf }: Profile,
  { kept, totals }: Pruned,
  weights: readonly FunctionWeight[],
  share: number,
): number[] {
  const isCalled = new Uint8Array(weights.length);
  for (let node = 1; node < kept.length; node++) if (kept[node]) isCalled[functionOf[node] as number] = 1;
  const least = share * (totals[0] as number);
  return [...weights.keys()].filter((index) => {
    const { whole } = weights[index] as FunctionWeight;
    return isCalled[index] === 1 || (whole > 0 && whole >= least);
  });
}

function functionColumns(listed: readonly FunctionWeight[]): PayloadFunctions {
  const files = [...new Set(listed.map(({ called }) => called.file))];
  const numbers = new Map(files.map((file, number) => [file, number]));
  return {
    name: listed.map(({ called }) => called.name),
    file: listed.map(({ called }) => numbers.get(called.file) as number),
    files,
    line: listed.map(({ called }) => called.line),
    column: listed.map(({ called }) => called.column),
    category: listed.map(({ called }) => categories.indexOf(categoryOf(called))),
    own: listed.map(({ own }) => own),
    whole: listed.map(({ whole }) => whole),
  };
}

function callColumns(
  profile: Profile,
  pruned: Pruned,
  numbers: Int32Array,
): { readonly calls: PayloadCalls; readonly weight: number } {
  const { kept } = pruned;
  const rest = remaindersOf(profile, pruned);
  const columns = { depth: [] as number[], called: [] as number[], self: [] as number[] };
  const remainders: number[] = [];
  let depth = 0;
  let leftOut = 0;
  const add = (called: number, self: number, at: number): void => {
    columns.depth.push(at);
    columns.called.push(called);
    columns.self.push(self);
  };
  const closeWithRemainder = (node: number): void => {
    const weight = rest.weight[node] as number;
    if (weight === 0) return;
    add(-1, weight, depth + 1);
    remainders.push(rest.calls[node] as number);
    leftOut += weight;
  };
  walkCalls(
    profile,
    (node) => {
      depth++;
      if (kept[node])
        add(numbers[profile.functionOf[node] as number] as number, profile.self[node] as number, depth);
    },
    (node) => {
      if (kept[node]) closeWithRemainder(node);
      depth--;
    },
  );
  closeWithRemainder(0);
  return { calls: { ...columns, remainders, root: profile.self[0] as number }, weight: leftOut };
}
