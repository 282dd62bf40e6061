import type { Profile, ProfiledFunction } from '../../model/profiles/profile.js';
import type { ThreadShares, TopFunction, TopSnapshot } from '../../model/profiles/top-snapshot.js';
import { type FunctionWeight, functionTable } from './function-table.js';
import { mergeProfiles } from './merge.js';
import { totalsOf } from './walk.js';

/** The profile of a thread in the last interval. */
export interface ThreadProfile {
  readonly id: number;
  readonly name: string;
  readonly profile: Profile;
}

/** The content of a live view. `threads`: profiles of the last interval. `whole`: the profile since the start, including that interval. */
export function topSnapshot(
  threads: readonly ThreadProfile[],
  whole: Profile | null,
  ns: number,
): TopSnapshot {
  const last = mergeProfiles(threads.map(({ profile }) => profile));
  const intervalNs = lengthNs(threads);
  const now = new Map((last ? functionTable(last) : []).map((one) => [keyOf(one.called), one]));
  return {
    ns,
    samples: whole?.samples ?? 0,
    threads: threads.map(sharesOf).sort((a, b) => a.id - b.id),
    functions: (whole ? functionTable(whole) : [])
      .filter(({ called }) => !isIdle(called))
      .map((one) => topFunction(one, now.get(keyOf(one.called)), intervalNs)),
  };
}

/** The length of an interval, in ns: that of the longest thread profile, because threads can start or end within it. */
export function lengthNs(threads: readonly ThreadProfile[]): number {
  return Math.max(0, ...threads.map(({ profile }) => totalNs(profile)));
}

function topFunction(
  { called, own, whole }: FunctionWeight,
  now: FunctionWeight | undefined,
  intervalNs: number,
): TopFunction {
  const share = (ns: number | undefined): number =>
    ns === undefined || intervalNs === 0 ? 0 : ns / intervalNs;
  return { called, own: share(now?.own), total: share(now?.whole), ownNs: own, totalNs: whole };
}

function sharesOf({ id, name, profile }: ThreadProfile): ThreadShares {
  const total = totalNs(profile);
  const shareOf = (v8Name: string): number => {
    const at = profile.functions.findIndex((called) => called.file === '' && called.name === v8Name);
    const ns = profile.self.reduce(
      (sum, self, node) => sum + (profile.functionOf[node] === at ? self : 0),
      0,
    );
    return at === -1 || total === 0 ? 0 : ns / total;
  };
  return { id, name, idle: shareOf('(idle)'), collecting: shareOf('(garbage collector)') };
}

function totalNs(profile: Profile): number {
  return totalsOf(profile)[0] as number;
}

function isIdle({ name, file }: ProfiledFunction): boolean {
  return file === '' && name === '(idle)';
}

function keyOf({ name, file, line, column }: ProfiledFunction): string {
  return `${line}:${column}:${file}\n${name}`;
}
