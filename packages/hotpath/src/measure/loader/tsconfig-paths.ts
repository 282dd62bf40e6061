import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type * as GetTsconfig from 'get-tsconfig';

type Matcher = (specifier: string) => readonly string[];

const matchers = new Map<string, Matcher>();
const nearest = new Map<string, string | null>();

/** Paths that `paths` and `baseUrl` of the nearest tsconfig.json give for a specifier in a file, in order. Packages have none. */
export function tsconfigTargets(specifier: string, file: string): readonly string[] {
  if (file.includes(`${sep}node_modules${sep}`)) return [];
  const config = nearestTsconfig(dirname(file));
  return config === null ? [] : matcherOf(config)(specifier);
}

function nearestTsconfig(folder: string): string | null {
  const known = nearest.get(folder);
  if (known !== undefined) return known;
  const own = join(folder, 'tsconfig.json');
  const above = dirname(folder);
  const found = existsSync(own) ? own : above === folder ? null : nearestTsconfig(above);
  nearest.set(folder, found);
  return found;
}

function matcherOf(path: string): Matcher {
  const matcher = matchers.get(path) ?? readMatcher(path);
  matchers.set(path, matcher);
  return matcher;
}

/** The reader is loaded only where a tsconfig.json is. One that cannot be read maps nothing: Node then says what is missing. */
function readMatcher(path: string): Matcher {
  const { parseTsconfig, createPathsMatcher } = createRequire(import.meta.url)(
    'get-tsconfig',
  ) as typeof GetTsconfig;
  try {
    return createPathsMatcher({ path, config: parseTsconfig(path) }) ?? (() => []);
  } catch {
    return () => [];
  }
}
