/** Which functions V8 has put into which, as its log of compiled code tells. */
export interface InliningLog {
  /** A line `code-creation,KIND,tag,time,address,size,NAME PLACE,function,TIER`. */
  created(line: string): void;
  /** A line `code-source-info,address,script,start,end,positions,inlining,functions`, which follows its code's creation. */
  described(line: string): void;
  /** Code at an address was thrown away. */
  dropped(address: string): void;
  /** Names of the functions in whose code a function is, by the address at which the log has it. */
  hostsOf(shared: string): string[];
}

interface Host {
  readonly name: string;
  readonly address: string;
  readonly inlined: ReadonlySet<string>;
}

/** Functions inside optimised code are listed as S<address>S<address>… (V8, src/logging/log.cc, LogSourceCodeInformation). */
const inlinedFunctions = /S(0x[0-9a-f]+)/g;

export function createInliningLog(): InliningLog {
  const hosts = new Map<string, Host>();
  const keyAt = new Map<string, string>();
  return {
    created(line) {
      const [, , , , address = '', , title = '', shared = '', tier = ''] = line.split(',');
      // Code for a running loop lies beside the function's own.
      const key = `${tier.startsWith('o') ? 'o' : ''}${shared}`;
      keyAt.set(address, key);
      hosts.set(key, { name: title.split(' ', 1)[0] || '(anonymous)', address, inlined: new Set() });
    },
    described(line) {
      const [, address = '', ...rest] = line.split(',');
      const host = hosts.get(keyAt.get(address) ?? '');
      const listed = rest.at(-1) ?? '';
      if (host?.address !== address || !listed.startsWith('S')) return;
      const inlined = new Set([...listed.matchAll(inlinedFunctions)].map((match) => match[1] as string));
      hosts.set(keyAt.get(address) as string, { ...host, inlined });
    },
    dropped(address) {
      const key = keyAt.get(address) ?? '';
      if (hosts.get(key)?.address === address) hosts.delete(key);
    },
    hostsOf: (shared) =>
      [...hosts.values()].filter(({ inlined }) => inlined.has(shared)).map(({ name }) => name),
  };
}
