import { basename } from 'node:path';
import { type Candidate, type CandidatesAround, candidatesOf } from '../../choose/candidates.js';
import { choose } from '../../choose/choose.js';
import type { Division, Stack } from '../../choose/divide.js';
import { placeOf } from '../../choose/places.js';
import { type CandidatesIn, stacksOf } from '../../choose/stacks.js';
import { UserError } from '../../errors.js';
import { type PathStack, pathStacks } from '../../estimate/samples/path-stacks.js';
import type { SampledFork } from '../../model/measurement/measurement.js';
import type { MadeText } from '../../model/path/chosen-rows.js';
import type { RowPlace } from '../../model/path/row.js';
import { collector, type StackSample } from '../../model/profiles/stack-sample.js';
import { isMadeFile } from '../../model/text/made-file.js';
import { scriptFile } from '../../model/text/script-file.js';
import { type FoundPath, warmNs } from '../../plan/forks/found-path.js';
import { planTrials } from '../../plan/forks/plan-trials.js';
import { openScripts } from '../../source/scripts.js';
import { withOriginals } from '../../spec/original-places.js';
import { type PathFiles, pathFiles } from '../../spec/path-files.js';
import { type CallCounter, callCounter } from '../../v8/read-coverage.js';
import type { Session } from '../session.js';
import type { Chosen } from './find-places.js';

/** Most rows that are chosen. */
const most = { quick: 16, default: 20 } as const;

/** Samples a path that names no rows, counts its calls, and chooses places that tell most of where its time goes. */
export async function chooseRows(found: FoundPath, session: Session): Promise<Chosen> {
  const { path } = found;
  const files = pathFiles(path);
  const { sampled, withoutFile, calls, made } = await runOnce(found, session);
  const { candidates, stacks } = stacksOf(sampled, candidatesIn([...path.loaded, ...made], files));
  const choice = choose(withoutKnown(stacks, candidates, found), candidates, {
    most: most[session.policy.effort],
    callsOf: ({ owner }) => calls(owner),
    pathNs: warmNs(found),
  });
  const functions = candidates.filter(({ kind }) => kind === 'function').length;
  const samples = countOf(sampled);
  const { undivided } = choice;
  const places = placesOf(choice, candidates, files);
  return { places, chosen: { functions, samples, withoutFile, undivided, made: madeTexts(places, files) } };
}

interface Ran {
  readonly sampled: readonly PathStack[];
  readonly withoutFile: number;
  /** Calls per operation. */
  readonly calls: CallCounter;
  /** Files of functions made from text that ran in both forks: another process makes them too. */
  readonly made: readonly string[];
}

/** How long the path is sampled, ms: some thousand samples. */
const sampleMs = 1000;

/** Samples the path in one fork, and counts its calls in another. */
async function runOnce(found: FoundPath, { policy, seed, measurer }: Session): Promise<Ran> {
  const plan = planTrials(found, { ...policy, sampledForks: 1, sampleMs }, seed);
  const batch = Math.max(1, Math.round((1e6 * policy.batchMs) / warmNs(found)));
  const forks: SampledFork[] = [];
  for (const fork of plan.sampled) forks.push(await measurer.sampleFork(plan, fork, batch, () => {}));
  const sampled = pathStacks(plan, forks);
  const withoutFile = plan.async ? shareOfNode(sampled, forks) : 0;
  if (sampled.length === 0) return { sampled, withoutFile, calls: () => null, made: [] };
  const { operations, counted } = await measurer.countCalls(plan, batch);
  const { read } = openScripts();
  const total = callCounter(
    counted.map(({ coverage }) => coverage),
    (url) => read(scriptFile(url))?.text ?? null,
  );
  const calls: CallCounter = (called) => {
    const count = total(called);
    return count === null ? null : count / operations;
  };
  const ran = counted.flatMap(({ coverage }) => coverage.result.map(({ url }) => scriptFile(url)));
  return { sampled, withoutFile, calls, made: [...new Set(ran)].filter(isMadeFile) };
}

/** The share of samples in which Node's own code ran, and nothing else. */
function shareOfNode(sampled: readonly PathStack[], forks: readonly SampledFork[]): number {
  const node = countOf(forks.flatMap(({ stacks }) => stacks.filter(isOnlyNode)));
  return node === 0 ? 0 : node / (node + countOf(sampled));
}

function isOnlyNode({ frames }: StackSample): boolean {
  return frames[0]?.name !== collector && frames.every(({ file }) => file === '' || file.startsWith('node:'));
}

/** The candidates of some files. */
function candidatesIn(files: readonly string[], { parse }: PathFiles): CandidatesIn {
  const isKnown = new Set(files);
  const known = new Map<string, CandidatesAround | null>();
  return (file) => {
    let found = known.get(file);
    if (found === undefined) {
      found = isKnown.has(file) ? candidatesOrNone(file, parse) : null;
      known.set(file, found);
    }
    return found;
  };
}

/** A file that V8 runs and the parser refuses has no candidates: its time is in the rows around it. */
function candidatesOrNone(file: string, parse: PathFiles['parse']): CandidatesAround | null {
  try {
    return candidatesOf(parse(file));
  } catch (problem) {
    if (problem instanceof UserError) return null;
    throw problem;
  }
}

/** Named places are rows already, and the specification's `run` is the path itself. Its statements may become rows. */
function withoutKnown(
  stacks: readonly Stack[],
  candidates: readonly Candidate[],
  { path, places }: FoundPath,
): Stack[] {
  const isRun = ({ kind, owner }: Candidate): boolean =>
    kind === 'function' && owner.file === path.file && owner.name === 'run';
  const isNamed = ({ kind, file, start }: Candidate): boolean =>
    places.some((place) => place.kind === kind && place.file === file && place.start === start);
  const known = new Set(
    [...candidates.keys()].filter((index) => {
      const candidate = candidates[index] as Candidate;
      return isRun(candidate) || isNamed(candidate);
    }),
  );
  return stacks.map(({ steps, share }) => ({ steps: steps.filter((step) => !known.has(step)), share }));
}

function placesOf({ chosen }: Division, candidates: readonly Candidate[], files: PathFiles): RowPlace[] {
  const places = chosen.map((index) => {
    const candidate = candidates[index] as Candidate;
    return placeOf(candidate, files.parse(candidate.file), files);
  });
  return withOriginals(places);
}

function madeTexts(places: readonly RowPlace[], { parse }: PathFiles): MadeText[] {
  const made = new Map(places.filter(({ file }) => isMadeFile(file)).map((place) => [place.file, place]));
  return [...made.values()].map(({ file, original }) => ({
    name: basename(file, '.cjs'),
    maker: original,
    text: parse(file).text,
  }));
}

function countOf(stacks: readonly { readonly count: number }[]): number {
  return stacks.reduce((sum, { count }) => sum + count, 0);
}
