import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../../errors.js';

/** Deeper payloads are a mistake, and methods that call themselves would end in a stack overflow. */
const mostLevels = 1000;

/** Reads a payload to copy, from JSON or a module's default export. Throws a UserError where there is none. */
export async function readPayload(file: string, name: string): Promise<Readonly<Record<string, unknown>>> {
  if (!existsSync(file) || !statSync(file).isFile())
    throw new UserError(`${name}: no such file`, 'Give a file with JSON, or a module: .json, .js or .mjs.');
  const value = extname(file) === '.json' ? parsed(file, name) : await exported(file, name);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UserError(
      `${name}: the payload is no object but ${value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value}`,
      'Put it into an object, such as { "payload": … }.',
    );
  if (isDeeper(value, mostLevels))
    throw new UserError(
      `${name}: the payload is deeper than ${mostLevels.toLocaleString('en')} levels`,
      'Give one that is less deep.',
    );
  return value as Readonly<Record<string, unknown>>;
}

function parsed(file: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (problem) {
    throw new UserError(`${name}: is not JSON: ${inLine(problem)}`, 'Mend it, or give a module.');
  }
}

async function exported(file: string, name: string): Promise<unknown> {
  if (!/^\.[cm]?js$/.test(extname(file)))
    throw new UserError(`${name}: is neither JSON nor a module`, 'Give a .json, .js or .mjs file.');
  let module: { readonly default?: unknown };
  try {
    module = (await import(pathToFileURL(file).href)) as typeof module;
  } catch (problem) {
    throw new UserError(
      `${name}: cannot be loaded: ${inLine(problem)}`,
      'Run the file by itself to see more.',
    );
  }
  if (module.default === undefined)
    throw new UserError(`${name}: has no default export`, 'Write `export default { … }`.');
  return module.default;
}

function inLine(problem: unknown): string {
  return String(problem instanceof Error ? problem.message : problem).split('\n', 1)[0] as string;
}

/** Level by level, each object once: cycles end it. */
function isDeeper(payload: object, most: number): boolean {
  const seen = new Set<object>();
  let level: readonly object[] = [payload];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    for (const one of level) seen.add(one);
    level = level.flatMap(childrenOf).filter((child) => !seen.has(child));
  }
  return false;
}

function childrenOf(value: object): object[] {
  if (ArrayBuffer.isView(value)) return [];
  const properties = Object.values(Object.getOwnPropertyDescriptors(value)).map((one) => one.value);
  const members = value instanceof Map ? [...value.values()] : value instanceof Set ? [...value] : [];
  return [...properties, ...members].filter(isObject);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
