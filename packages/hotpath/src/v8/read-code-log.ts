import { fileURLToPath } from 'node:url';
import type {
  Compilation,
  CompiledFunction,
  Deoptimisation,
  Tier,
} from '../model/measurement/compilation.js';
import { driverName } from '../model/profiles/stack-sample.js';
import { createInliningLog, type InliningLog } from './inlining-log.js';

/** Texts of scripts that a fork compiles when measuring begins and ends; the log holds them in between. */
export const codeLogMarks = { begin: 'hotpath mark: begin', end: 'hotpath mark: end' } as const;

type Stage = 'warming' | 'measuring' | 'over';

/** One instance of a function. */
interface Instance {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  tier: Tier;
  before: Tier | null;
  changed: boolean;
}

/**
 * Reads V8's log (--log-code --log-deopt; lines of comma-separated fields, commas inside fields written as \x2C) as far
 * as it is about certain files. Null where the log lacks the marks.
 */
export function readCodeLog(text: string, files: ReadonlySet<string>): Compilation | null {
  const instances = new Map<string, Instance>();
  const byCode = new Map<string, string>();
  const deoptimisations: Deoptimisation[] = [];
  const inlining = createInliningLog();
  const events: CodeEvent[] = [];
  let stage: Stage = 'warming';
  let lastUs = 0;
  let beganUs = 0;
  for (const line of text.split('\n')) {
    if (/^script-source,\d+,<unknown>,/.test(line)) {
      const before: Stage = stage;
      stage = stageBehind(line, stage, instances);
      // A script's code is logged just before its source.
      if (before === 'warming' && stage === 'measuring') beganUs = lastUs;
    } else if (line.startsWith('code-creation,')) {
      lastUs = Number(line.split(',', 4)[3]);
      if (stage === 'measuring' && isOptimised(line)) events.push(eventOf(line, lastUs - beganUs, files));
      if (stage !== 'over') inlining.created(line);
      compiled(line, files, stage, instances, byCode);
    } else if (line.startsWith('code-source-info,')) {
      inlining.described(line);
    } else if (line.startsWith('code-deopt,')) {
      const us = Number(line.split(',', 2)[1]);
      if (stage === 'measuring') events.push(eventOf(line, us - beganUs, files));
      if (stage !== 'over') inlining.dropped(line.split(',', 4)[3] ?? '');
      const instance = instances.get(byCode.get(line.split(',')[3] ?? '') ?? '');
      if (instance && stage === 'measuring') instance.changed = true;
      if (instance) instance.tier = 'interpreted';
      const deoptimisation = readDeoptimisation(line, files, stage);
      if (deoptimisation && stage !== 'over') deoptimisations.push(deoptimisation);
    }
  }
  if (stage !== 'over') return null;
  return {
    functions: summarise(instances, inlining),
    deoptimisations,
    eventsMs: events.map(({ ms }) => ms),
    pathEventsMs: events.filter(({ ofPath }) => ofPath).map(({ ms }) => ms),
  };
}

/** Code was made or thrown away. */
interface CodeEvent {
  readonly ms: number;
  readonly ofPath: boolean;
}

/** Which code a line is about it tells by its first place; the loop around the path has a name instead. */
function eventOf(line: string, us: number, files: ReadonlySet<string>): CodeEvent {
  const script = /((?:file:\/\/)?\/[^,<>]*?):\d+:\d+/.exec(line.replaceAll('\\x2C', ','))?.[1];
  const ofPath = line.includes(`,${driverName} `) || (script !== undefined && files.has(filePath(script)));
  return { ms: us / 1000, ofPath };
}

/** Whether code that was made is a compiler's, not bytecode or a stub. */
function isOptimised(line: string): boolean {
  return /,o?[\^+*]'?$/.test(line);
}

function stageBehind(line: string, stage: Stage, instances: ReadonlyMap<string, Instance>): Stage {
  if (line.includes(codeLogMarks.end)) return 'over';
  if (!line.includes(codeLogMarks.begin)) return stage;
  for (const instance of instances.values()) instance.before = instance.tier;
  return 'measuring';
}

const tiers: Readonly<Record<string, Tier>> = {
  '~': 'interpreted',
  '^': 'baseline',
  '+': 'maglev',
  '*': 'turbofan',
};

/** code-creation,KIND,tag,time,address,size,NAME FILE:LINE:COLUMN,function,TIER */
function compiled(
  line: string,
  files: ReadonlySet<string>,
  stage: Stage,
  instances: Map<string, Instance>,
  byCode: Map<string, string>,
): void {
  const fields = line.split(',');
  const place = /^(.*?) ?((?:file:\/\/)?\/.*):(\d+):\d+$/.exec((fields[6] ?? '').replaceAll('\\x2C', ','));
  const file = place && filePath(place[2] as string);
  if (!place || !file || !files.has(file) || stage === 'over') return;
  const [address, shared] = [fields[4] ?? '', fields[7] ?? ''];
  // Code for a loop that runs already is marked with o; the function's own code stays what it was.
  const tier = tiers[(fields[8] ?? '').replace(/[o']/g, '')];
  if (!tier || (fields[8] ?? '').startsWith('o')) return;
  byCode.set(address, shared);
  const known = instances.get(shared);
  const name = place[1] ?? '';
  const instance = known ?? { name, file, line: Number(place[3]), tier, before: null, changed: false };
  instance.tier = tier;
  if (stage === 'measuring') instance.changed = true;
  instances.set(shared, instance);
}

/** code-deopt,time,size,address,inlining,offset,KIND,<FILE:LINE:COLUMN> inlined at <…>,REASON */
function readDeoptimisation(line: string, files: ReadonlySet<string>, stage: Stage): Deoptimisation | null {
  const [, position, reason] = /,(<.*>),([^,]*)$/.exec(line.replaceAll('\\x2C', ';')) ?? [];
  const places = [...(position ?? '').matchAll(/<([^>]*):(\d+):\d+>/g)].map(
    ([, file, at]) => [filePath(file as string), at] as const,
  );
  const [own, ...outer] = places;
  if (!own || !places.some(([file]) => files.has(file))) return null;
  // Leaving one compiler's code for a better one's is no failure.
  if (reason?.includes('OSR')) return null;
  return {
    at: own.join(':'),
    inlinedAt: outer[0]?.join(':') ?? null,
    reason: reason ?? '',
    whileMeasured: stage === 'measuring',
  };
}

function filePath(script: string): string {
  const plain = script.replace(/\?.*$/, '');
  return plain.startsWith('file:') ? fileURLToPath(plain) : plain;
}

function summarise(instances: ReadonlyMap<string, Instance>, inlining: InliningLog): CompiledFunction[] {
  const groups = new Map<string, string[]>();
  for (const [shared, { file, line, name }] of instances) {
    const key = `${file}:${line}:${name}`;
    groups.set(key, [...(groups.get(key) ?? []), shared]);
  }
  return [...groups.values()].map((members) => {
    const own = members.map((shared) => instances.get(shared) as Instance);
    const [{ name, file, line }] = own as [Instance];
    return {
      name,
      file,
      line,
      before: count(own.map(({ before }) => before)),
      after: count(own.map(({ tier }) => tier)),
      changed: own.filter(({ changed }) => changed).length,
      inlinedInto: [...new Set(members.flatMap((shared) => inlining.hostsOf(shared)))].sort(),
    };
  });
}

function count(tiersOf: readonly (Tier | null)[]): Partial<Record<Tier, number>> {
  const counts: Partial<Record<Tier, number>> = {};
  for (const tier of tiersOf) if (tier !== null) counts[tier] = (counts[tier] ?? 0) + 1;
  return counts;
}
