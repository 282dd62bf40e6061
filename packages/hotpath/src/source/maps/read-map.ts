import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FlattenMap, type SectionedSourceMapInput, type TraceMap } from '@jridgewell/trace-mapping';

/** A source map and the folder from which its names are meant. */
export interface SourceMap {
  readonly map: TraceMap;
  readonly folder: string;
}

/**
 * Reads the map at an address that a script names: a file, or the data themselves (ECMA-426). Returns why it cannot be read. Maps
 * of sections are made one.
 */
export function readMap(script: string, address: string): SourceMap | string {
  const data = /^data:([^,]*?)(;base64)?,(.*)$/s.exec(address);
  const inText = 'in the text of the script';
  if (data) return parsed(() => dataText(data[3] as string, data[2] !== undefined), dirname(script), inText);
  if (/^[A-Za-z][A-Za-z0-9+.-]+:\/\//.test(address) && !address.startsWith('file:'))
    return `${address}: hotpath reads maps from files only`;
  const [written, decoded] = [resolve(dirname(script), address), mapFile(script, address)];
  const problem = parsed(() => readFileSync(decoded, 'utf8'), dirname(decoded), address);
  if (typeof problem !== 'string' || written === decoded) return problem;
  const found = parsed(() => readFileSync(written, 'utf8'), dirname(written), address);
  return typeof found === 'string' ? problem : found;
}

/** The address as a URL, as the format has it; not every tool encodes its names. */
function mapFile(script: string, address: string): string {
  try {
    return address.startsWith('file:')
      ? fileURLToPath(address)
      : resolve(dirname(script), decodeURIComponent(address));
  } catch {
    return resolve(dirname(script), address);
  }
}

function dataText(data: string, base64: boolean): string {
  return base64 ? Buffer.from(data, 'base64').toString('utf8') : decodeURIComponent(data);
}

/** `)]}'` on a line of its own before the map keeps browsers from running it. */
const guard = /^\)\]\}[^\n]*\n/;

function parsed(text: () => string, folder: string, where: string): SourceMap | string {
  try {
    const json = JSON.parse(text().replace(guard, '')) as SectionedSourceMapInput;
    return { map: new FlattenMap(json) as TraceMap, folder };
  } catch (problem) {
    return `${where}: ${(problem as Error).message.split('\n', 1)[0]}`;
  }
}
