import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The text of a source map: JSON. */
export interface MapText {
  readonly json: string;
  /** The folder from which its names are meant. */
  readonly folder: string;
  /** What to call it in a message. */
  readonly name: string;
}

/** Finds the text of the source map at an address that a script names: a file, or the data themselves (ECMA-426). Returns why it cannot be read. */
export function mapText(script: string, address: string): MapText | string {
  const data = /^data:([^,]*?)(;base64)?,(.*)$/s.exec(address);
  const folder = dirname(script);
  if (data) {
    const name = 'in the text of the script';
    return read(name, folder, () => dataText(data[3] as string, data[2] !== undefined));
  }
  if (/^[A-Za-z][A-Za-z0-9+.-]+:\/\//.test(address) && !address.startsWith('file:'))
    return `${address}: hotpath reads maps from files only`;
  const [written, decoded] = [resolve(folder, address), mapFile(folder, address)];
  const found = readFile(address, decoded);
  if (typeof found !== 'string' || written === decoded) return found;
  const other = readFile(address, written);
  return typeof other === 'string' ? found : other;
}

function readFile(name: string, file: string): MapText | string {
  return read(name, dirname(file), () => readFileSync(file, 'utf8'));
}

/** `)]}'` on a line of its own before the map keeps browsers from running it. */
const guard = /^\)\]\}[^\n]*\n/;

function read(name: string, folder: string, text: () => string): MapText | string {
  try {
    return { json: text().replace(guard, ''), folder, name };
  } catch (problem) {
    return mapProblem(name, problem);
  }
}

/** What to say of a map that cannot be read. */
export function mapProblem(name: string, problem: unknown): string {
  return `${name}: ${(problem as Error).message.split('\n', 1)[0]}`;
}

/** The address as a URL, as the format has it; not every tool encodes its names. */
function mapFile(folder: string, address: string): string {
  try {
    return address.startsWith('file:')
      ? fileURLToPath(address)
      : resolve(folder, decodeURIComponent(address));
  } catch {
    return resolve(folder, address);
  }
}

function dataText(data: string, base64: boolean): string {
  return base64 ? Buffer.from(data, 'base64').toString('utf8') : decodeURIComponent(data);
}
