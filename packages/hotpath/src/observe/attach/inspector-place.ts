/** The address at which a process opens its inspector. */
export interface InspectorPlace {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
}

const defaultPort = 9229;

/** Derives the address from the arguments of a process and its NODE_OPTIONS. The last option wins. */
export function inspectorPlace(words: readonly string[], nodeOptions: string): InspectorPlace {
  const place = { host: '127.0.0.1', port: defaultPort };
  const all = [...nodeOptions.split(/\s+/), ...words].join('\n');
  const options = all.matchAll(
    /^--(?:inspect|debug)-port[=\n](\S+)|^--inspect(?:-brk|-wait)?(?:-node)?=(\S+)/gm,
  );
  return [...options].reduce((known, [, first, second]) => {
    const value = (first ?? second) as string;
    const [, host, port] = /^(?:(\[.+\]|[^:]*):)?(\d+)$/.exec(value) ?? [null, value, undefined];
    return {
      host: host ? host.replace(/^\[|\]$/g, '') : known.host,
      port: port === undefined ? known.port : Number(port),
    };
  }, place);
}
