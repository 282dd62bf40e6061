import type { Edit } from '../instrument/edits/compile.js';
import type { ReplaceVariant, TimedVariant, Variant } from '../model/measurement/plan.js';
import type { VerificationPlan } from '../model/measurement/verification.js';
import type { CallTree } from '../model/path/call-tree.js';
import type { HotPath } from '../model/path/path.js';
import type { RowPlace } from '../model/path/row.js';
import type { ProbeUse, VariantJob } from './job.js';

/** What a fork needs to make a variant. */
export function variantJob(
  variant: Variant,
  path: HotPath,
  places: readonly RowPlace[],
  tree: CallTree,
): VariantJob {
  switch (variant.kind) {
    case 'operation':
      return { ...plainVariant(variant.id, 'operation'), operation: variant.operation };
    case 'other':
      return { ...plainVariant(variant.id, 'other'), other: { spec: variant.spec, async: variant.async } };
    case 'repeat':
      return repeatVariant(variant.id, variant.place, places);
    case 'skip':
      return skipVariant(variant.id, variant.place, places);
    case 'replace':
      return replaceVariant(variant, places);
    case 'span':
    case 'wait':
      return timedVariant(variant, path, places, tree);
    default:
      return plainVariant(variant.id, variant.kind);
  }
}

function timedVariant(
  { id, kind, places: timed }: TimedVariant,
  path: HotPath,
  places: readonly RowPlace[],
  tree: CallTree,
): VariantJob {
  const ways = timed.flatMap((place) => [...waysTo(place, tree)]);
  const uses = { ...allUses(ways, 'mark'), ...allUses(timed, kind) };
  const recursive = tree.recursive.filter((one) => one in uses);
  const job = {
    ...probedVariant(id, kind, places, uses, (one) => tree.thrown.includes(one)),
    recursive,
  };
  return tree.concurrent ? withTurns(job, path, places) : job;
}

/** Every place probed, and every suspension told. */
export function tracedVariant(path: HotPath, places: readonly RowPlace[]): VariantJob {
  const probed = probedVariant('trace', 'trace', places, allUses(places.keys(), 'trace'), () => true);
  return withTurns(probed, path, places);
}

/** The path as a whole and with each dosed place timed, every one with a dose point at each of them. */
export function dosedVariants(
  { path, places, tree }: VerificationPlan,
  dosed: readonly number[],
): VariantJob[] {
  const plain: readonly Variant[] = [
    { id: 'whole', kind: 'base' },
    ...dosed.map((place): Variant => ({ id: `span-${place}`, kind: 'span', places: [place] })),
  ];
  return plain.map((variant) => withDoses(variantJob(variant, path, places, tree), dosed, places));
}

/** The same variant, told of the suspensions in all files in which rows are looked for or found. */
function withTurns(job: VariantJob, { sources }: HotPath, places: readonly RowPlace[]): VariantJob {
  const turns = places.length;
  const edits: Record<string, readonly Edit[]> = { ...job.edits };
  for (const file of new Set([...sources, ...places.map((place) => place.file)]))
    edits[file] = [...(edits[file] ?? []), { index: turns, kind: 'suspensions' }];
  return { ...job, edits, turns };
}

/** The same variant with a dose point at each of some places. */
function withDoses(job: VariantJob, dosed: readonly number[], places: readonly RowPlace[]): VariantJob {
  const edits: Record<string, Edit[]> = {};
  for (const [file, own] of Object.entries(job.edits)) edits[file] = [...own];
  for (const index of dosed) {
    const { file, kind, start } = places[index] as RowPlace;
    edits[file] = [...(edits[file] ?? []), { index, kind: 'dose', place: kind, start }];
  }
  return { ...job, edits };
}

/** Places that must be marked to tell the place's several parents apart; none where it has one parent. */
export function waysTo(place: number, tree: CallTree): Set<number> {
  const own = tree.nodes.filter((node) => node.place === place);
  const ways = new Set<number>();
  if (own.length < 2) return ways;
  for (const node of own) {
    for (let at = node.parent; at > 0; at = tree.nodes[at]?.parent ?? -1)
      ways.add(tree.nodes[at]?.place ?? -1);
  }
  return ways;
}

/** Call-tree edges, `parent node, place, child node`. */
export function edgesOf(tree: CallTree): (readonly [number, number, number])[] {
  return tree.nodes.flatMap((node, index) =>
    index === 0 ? [] : [[node.parent, node.place, index] as const],
  );
}

function allUses(places: Iterable<number>, use: ProbeUse): Record<number, ProbeUse> {
  return Object.fromEntries([...places].map((place) => [place, use]));
}

export function plainVariant(id: string, kind: VariantJob['kind'] = 'base'): VariantJob {
  return {
    id,
    kind,
    operation: null,
    other: null,
    edits: {},
    uses: {},
    suspends: [],
    turns: null,
    recursive: [],
  };
}

function repeatVariant(id: string, index: number, places: readonly RowPlace[]): VariantJob {
  const { file, start } = places[index] as RowPlace;
  return { ...plainVariant(id, 'repeat'), edits: { [file]: [{ index, kind: 'repeat', start }] } };
}

function skipVariant(id: string, index: number, places: readonly RowPlace[]): VariantJob {
  const { file, start, kind: place } = places[index] as RowPlace;
  if (place === 'line') throw new Error('lines are not left out');
  return { ...plainVariant(id, 'skip'), edits: { [file]: [{ index, kind: 'skip', place, start }] } };
}

function replaceVariant({ id, place, code }: ReplaceVariant, places: readonly RowPlace[]): VariantJob {
  const { file, start } = places[place] as RowPlace;
  return {
    ...plainVariant(id, 'replace'),
    edits: { [file]: [{ index: place, kind: 'replace', start, code }] },
  };
}

function probedVariant(
  id: string,
  kind: VariantJob['kind'],
  places: readonly RowPlace[],
  uses: Record<number, ProbeUse>,
  guarded: (place: number) => boolean,
): VariantJob {
  const edits: Record<string, Edit[]> = {};
  const suspends: number[] = [];
  for (const index of Object.keys(uses).map(Number)) {
    const place = places[index] as RowPlace;
    edits[place.file] = [
      ...(edits[place.file] ?? []),
      { index, kind: place.kind, start: place.start, guarded: guarded(index) },
    ];
    if (place.suspends) suspends.push(index);
  }
  return { id, kind, operation: null, other: null, edits, uses, suspends, turns: null, recursive: [] };
}
