import type {
  FlamePayload,
  LeftOut,
  PayloadCategory,
} from '../../../../hotpath/src/model/profiles/flame-payload.js';
import type { ProfileUnit } from '../../../../hotpath/src/model/profiles/profile.js';
import { type CallTree, none, root } from '../../calls/call-tree.js';
import { ranksOf } from '../../calls/lay-out.js';
import { readCalls } from '../../calls/read-calls.js';
import { plainText } from '../../theme/plain-text.js';
import { packageOf } from './package-of.js';
import { type Place, placeOf } from './place-of.js';

/** A function as the page shows it. */
export interface ShownFunction {
  /** Safe to show, and never empty. */
  readonly name: string;
  readonly place: Place;
  /** Empty for code outside node_modules. */
  readonly packageName: string;
  /** Index of its category. */
  readonly category: number;
  /** Weight excluding callees, in the profile's unit. */
  readonly own: number;
  /** Weight including callees, in the profile's unit. */
  readonly whole: number;
}

/** The content of a flame page. */
export interface ShownProfile {
  readonly title: string;
  /** What the page shows, in one line. */
  readonly said: string;
  readonly unit: ProfileUnit;
  readonly total: number;
  readonly categories: readonly PayloadCategory[];
  /** Own weight of all functions of each category. */
  readonly categoryWeights: readonly number[];
  readonly functions: readonly ShownFunction[];
  readonly rankOfName: Int32Array;
  /** Number of nodes of each function in `tree`. */
  readonly callsOf: Int32Array;
  readonly tree: CallTree;
  readonly leftOut: LeftOut;
}

export function readProfile(payload: FlamePayload): ShownProfile {
  const tree = readCalls(payload.calls);
  const functions = readFunctions(payload);
  const categoryWeights = payload.categories.map(() => 0);
  for (const { category, own } of functions)
    categoryWeights[category] = (categoryWeights[category] as number) + own;
  const callsOf = new Int32Array(functions.length);
  for (const one of tree.called) if (one !== none) callsOf[one] = (callsOf[one] as number) + 1;
  return {
    title: plainText(payload.title),
    said: plainText(payload.said),
    unit: payload.unit,
    total: tree.totals[root] as number,
    categories: payload.categories,
    categoryWeights,
    functions,
    rankOfName: ranksOf(functions.map(({ name }) => name)),
    callsOf,
    tree,
    leftOut: payload.leftOut,
  };
}

function readFunctions({ functions }: FlamePayload): ShownFunction[] {
  const { name, files, file, line, column, category, own, whole } = functions;
  const packages = files.map(packageOf);
  const at = (numbers: readonly number[], index: number): number => numbers[index] as number;
  return name.map((text, index) => ({
    name: plainText(text) || '(anonymous)',
    place: placeOf(files[at(file, index)] as string, at(line, index), at(column, index)),
    packageName: packages[at(file, index)] as string,
    category: at(category, index),
    own: at(own, index),
    whole: at(whole, index),
  }));
}
