/** Where a process would open its inspector, or has opened it. */
export interface InspectorPlace {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
}

const portByDefault = 9229;

/** Where Node puts a process's inspector, told by its words and its NODE_OPTIONS; the last option counts. */
export function inspectorPlace(words: readonly string[], nodeOptions: string): InspectorPlace {
  const place = { host: '127.0.0.1', port: portByDefault };
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
