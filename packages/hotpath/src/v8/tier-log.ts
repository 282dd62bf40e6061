import type { CompiledFunction, Tier } from '../model/measurement/compilation.js';
import { scriptFile } from '../model/text/script-file.js';
import type { CreatedLine, DroppedLine } from './code-log-line.js';

/** How the functions of some files were compiled, according to V8's log. */
export interface TierLog {
  created(line: CreatedLine, isMeasured: boolean): void;
  dropped(line: DroppedLine, isMeasured: boolean): void;
  /** The batches begin now. */
  begin(): void;
  /** The functions; `hostsOf` gives the names of those into which a function is inlined. */
  functions(hostsOf: (shared: string) => readonly string[]): CompiledFunction[];
}

/** One instance of a function. */
interface Instance {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  tier: Tier;
  before: Tier | null;
  changed: boolean;
}

const tiers: Readonly<Record<string, Tier>> = {
  '~': 'interpreted',
  '^': 'baseline',
  '+': 'maglev',
  '*': 'turbofan',
};

export function createTierLog(files: ReadonlySet<string>): TierLog {
  const instances = new Map<string, Instance>();
  const sharedAt = new Map<string, string>();
  return {
    created({ address, title, shared, tier: sign }, isMeasured) {
      const place = placeOf(title);
      // Code of a running loop (o) leaves the function's own code as it is.
      const tier = sign.startsWith('o') ? undefined : tiers[sign.replaceAll("'", '')];
      if (!place || !files.has(place.file) || !tier) return;
      sharedAt.set(address, shared);
      const instance = instances.get(shared) ?? { ...place, tier, before: null, changed: false };
      instance.tier = tier;
      if (isMeasured) instance.changed = true;
      instances.set(shared, instance);
    },
    dropped({ address }, isMeasured) {
      const instance = instances.get(sharedAt.get(address) ?? '');
      if (!instance) return;
      instance.tier = 'interpreted';
      if (isMeasured) instance.changed = true;
    },
    begin() {
      for (const instance of instances.values()) instance.before = instance.tier;
    },
    functions: (hostsOf) => [...byFunction(instances).values()].map((own) => summaryOf(own, hostsOf)),
  };
}

/** Name, file and line of a function by its title. */
function placeOf(title: string): Pick<Instance, 'name' | 'file' | 'line'> | null {
  const parts = /^(.*?) ?((?:file:\/\/)?\/.*):(\d+):\d+$/.exec(title.replaceAll('\\x2C', ','));
  if (!parts) return null;
  const [, name = '', script = '', line] = parts;
  return { name, file: scriptFile(script), line: Number(line) };
}

type Shared = readonly [shared: string, instance: Instance];

/** The instances of each function: every variant has its own. */
function byFunction(instances: ReadonlyMap<string, Instance>): Map<string, Shared[]> {
  const groups = new Map<string, Shared[]>();
  for (const [shared, instance] of instances) {
    const key = `${instance.file}:${instance.line}:${instance.name}`;
    groups.set(key, [...(groups.get(key) ?? []), [shared, instance]]);
  }
  return groups;
}

function summaryOf(
  members: readonly Shared[],
  hostsOf: (shared: string) => readonly string[],
): CompiledFunction {
  const own = members.map(([, instance]) => instance);
  const [{ name, file, line }] = own as [Instance];
  return {
    name,
    file,
    line,
    before: count(own.map(({ before }) => before)),
    after: count(own.map(({ tier }) => tier)),
    changed: own.filter(({ changed }) => changed).length,
    inlinedInto: [...new Set(members.flatMap(([shared]) => hostsOf(shared)))].sort(),
  };
}

function count(tiersOf: readonly (Tier | null)[]): Partial<Record<Tier, number>> {
  const counts: Partial<Record<Tier, number>> = {};
  for (const tier of tiersOf) if (tier !== null) counts[tier] = (counts[tier] ?? 0) + 1;
  return counts;
}
