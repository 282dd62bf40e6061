import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../../errors.js';

/** A deeper payload is a mistake, and recursive methods would overflow the stack. */
const mostLevels = 1000;

/** Reads a payload to copy, from JSON or a module's default export. Throws a UserError when there is none. */
export async function readPayload(file: string, name: string): Promise<Readonly<Record<string, unknown>>> {
  if (!existsSync(file) || !statSync(file).isFile())
    throw new UserError(`${name}: no such file`, 'Give a file with JSON, or a module: .json, .js or .mjs.');
  const value = extname(file) === '.json' ? parsed(file, name) : await exported(file, name);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UserError(
      `${name}: the payload is not an object, it is ${kindOf(value)}`,
      'Wrap it in an object, such as { "payload": … }.',
    );
  if (isDeeper(value, mostLevels))
    throw new UserError(
      `${name}: the payload is deeper than ${mostLevels.toLocaleString('en')} levels`,
      'Give a payload that is less deep.',
    );
  return value as Readonly<Record<string, unknown>>;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}

function parsed(file: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (problem) {
    throw new UserError(`${name}: is not JSON: ${inLine(problem)}`, 'Fix the file, or give a module.');
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
      'Run the file with Node to see the whole error.',
    );
  }
  if (module.default === undefined)
    throw new UserError(`${name}: has no default export`, 'Write `export default { … }`.');
  return module.default;
}

function inLine(problem: unknown): string {
  return String(problem instanceof Error ? problem.message : problem).split('\n', 1)[0] as string;
}

/** Visits each object once, level by level, so that a cycle ends the search. */
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
