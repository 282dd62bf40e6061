import { insertProbes } from './insert-probes.js';
import { isTypeScript, parseSource } from './parse.js';
import type { Probe } from './probe-code.js';
import { stripTypes } from './strip-types.js';

/**
 * A file's text as it is to be loaded: probes put in, types taken out. Lines stay where they are.
 * `runtime` is the expression by which inserted code finds its probes.
 */
export function compile(file: string, text: string, probes: readonly Probe[], runtime: string): string {
  const probed = insertProbes(parseSource(file, text), probes, runtime);
  if (!isTypeScript(file)) return probed.toString();
  const { code, map } = stripTypes(file, probed);
  if (!map) return code;
  const encoded = Buffer.from(JSON.stringify(map)).toString('base64');
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${encoded}\n`;
}
