import type { CreatedLine, DroppedLine, InlinedLine } from './code-log-line.js';

/** Which functions V8 has inlined into which, according to its log. */
export interface InliningLog {
  created(line: CreatedLine): void;
  /** Follows the creation of its code. */
  inlined(line: InlinedLine): void;
  dropped(line: DroppedLine): void;
  /** Names of the functions in whose code a function is, by what all its code shares. */
  hostsOf(shared: string): string[];
}

/** Code that may have functions inlined into it. */
interface Host {
  readonly name: string;
  readonly address: string;
  readonly inlined: ReadonlySet<string>;
}

export function createInliningLog(): InliningLog {
  const hosts = new Map<string, Host>();
  const keyAt = new Map<string, string>();
  return {
    created({ address, title, shared, tier }) {
      // Code of a running loop exists in addition to the function's own.
      const key = `${tier.startsWith('o') ? 'o' : ''}${shared}`;
      keyAt.set(address, key);
      hosts.set(key, { name: title.split(' ', 1)[0] || '(anonymous)', address, inlined: new Set() });
    },
    inlined({ address, functions }) {
      const key = keyAt.get(address) ?? '';
      const host = hosts.get(key);
      if (host?.address === address && functions) hosts.set(key, { ...host, inlined: functions });
    },
    dropped({ address }) {
      const key = keyAt.get(address) ?? '';
      if (hosts.get(key)?.address === address) hosts.delete(key);
    },
    hostsOf: (shared) =>
      [...hosts.values()].filter(({ inlined }) => inlined.has(shared)).map(({ name }) => name),
  };
}
