import type { ReplaceVariant, SkipVariant, TimedVariant, Variant } from '../model/measurement/variant.js';
import type { VerificationPlan } from '../model/measurement/verification.js';
import type { CallTree } from '../model/path/call-tree.js';
import type { HotPath } from '../model/path/path.js';
import type { RowPlace } from '../model/path/row.js';
import { withDoses, withProbes, withTurns } from './file-edits.js';
import type {
  ClockKind,
  MeasuredVariantJob,
  PlaceVariantJob,
  SkipVariantJob,
  TimedVariantJob,
  TracedVariantJob,
  WholeVariantJob,
} from './variant-job.js';

/** What a fork needs to make a variant. */
export function variantJob(
  variant: Variant,
  path: HotPath,
  places: readonly RowPlace[],
  tree: CallTree,
): MeasuredVariantJob {
  switch (variant.kind) {
    case 'base':
    case 'twin':
    case 'timer':
    case 'run':
    case 'wait-timer':
    case 'operation':
    case 'other':
      return { ...variant, edits: {} };
    case 'repeat':
      return repeatVariant(variant.id, variant.place, places);
    case 'skip':
      return skipVariant(variant, places);
    case 'replace':
      return replaceVariant(variant, places);
    case 'span':
    case 'wait':
      return timedVariant(variant, path, places, tree);
  }
}

/** The untouched path. */
export function wholeVariant(id: string): WholeVariantJob {
  return { id, kind: 'base', edits: {} };
}

/** Every place probed, and every suspension reported. */
export function tracedVariant(path: HotPath, places: readonly RowPlace[]): TracedVariantJob {
  const all = [...places.keys()];
  const turns = places.length;
  const edits = withTurns(
    withProbes(all, places, () => true),
    turns,
    path,
    places,
  );
  return { id: 'trace', kind: 'trace', edits, places: all, turns };
}

/** The path as a whole and with each dosed place timed; each of them has a dose point at every dosed place. */
export function dosedVariants(
  { path, places, tree }: VerificationPlan,
  dosed: readonly number[],
): MeasuredVariantJob[] {
  const spans = dosed.map((place) =>
    timedVariant({ id: `span-${place}`, kind: 'span', places: [place] }, path, places, tree),
  );
  return [wholeVariant('whole'), ...spans].map((job) => ({
    ...job,
    edits: withDoses(job.edits, dosed, places),
  }));
}

function timedVariant(
  { id, kind, places: timed }: TimedVariant,
  path: HotPath,
  places: readonly RowPlace[],
  tree: CallTree,
): TimedVariantJob {
  const marked = [...new Set(timed.flatMap((place) => [...waysTo(place, tree)]))].filter(
    (place) => !timed.includes(place),
  );
  const probes = withProbes([...timed, ...marked], places, (place) => tree.thrown.includes(place));
  const turns = tree.concurrent ? places.length : null;
  return {
    id,
    kind,
    edits: turns === null ? probes : withTurns(probes, turns, path, places),
    timed: ascending(timed).map((place) => ({ place, clock: clockFor(kind, place, places, tree) })),
    marked: ascending(marked),
    turns,
  };
}

function clockFor(
  kind: TimedVariant['kind'],
  place: number,
  places: readonly RowPlace[],
  { recursive }: CallTree,
): ClockKind {
  if (kind === 'wait') return 'waiting';
  if (places[place]?.suspends) return 'suspended';
  return recursive.includes(place) ? 'nested' : 'one-by-one';
}

/** Places that must be marked to distinguish a place's parents; none where it has one parent. */
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

function repeatVariant(id: string, place: number, places: readonly RowPlace[]): PlaceVariantJob {
  const { file, start } = places[place] as RowPlace;
  return { id, kind: 'repeat', place, edits: { [file]: [{ index: place, kind: 'repeat', start }] } };
}

function skipVariant(variant: SkipVariant, places: readonly RowPlace[]): SkipVariantJob {
  const { file, start, kind: place } = places[variant.place] as RowPlace;
  if (place === 'line') throw new Error('lines are not left out');
  return { ...variant, edits: { [file]: [{ index: variant.place, kind: 'skip', place, start }] } };
}

function replaceVariant({ id, place, code }: ReplaceVariant, places: readonly RowPlace[]): PlaceVariantJob {
  const { file, start } = places[place] as RowPlace;
  return {
    id,
    kind: 'replace',
    place,
    edits: { [file]: [{ index: place, kind: 'replace', start, code }] },
  };
}

function ascending(places: readonly number[]): number[] {
  return [...places].sort((a, b) => a - b);
}
