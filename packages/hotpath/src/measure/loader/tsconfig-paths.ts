import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { type Project, projectAt } from './tsconfig-project.js';

const nearest = new Map<string, string | null>();

/**
 * Paths that `paths` and `baseUrl` give for a specifier in a file, in order: those of the nearest tsconfig.json or, where that does
 * not include the file, of a project that it refers to and that does. Packages have none.
 */
export function tsconfigTargets(specifier: string, file: string): readonly string[] {
  if (file.includes(`${sep}node_modules${sep}`)) return [];
  const config = nearestTsconfig(dirname(file));
  return config === null ? [] : deciding(config, file).targets(specifier);
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

/** TypeScript's editors choose in the same way, so that a file has the paths that its author sees. */
function deciding(config: string, file: string): Project {
  const own = projectAt(config);
  return referenced(own, file, new Set([config])) ?? own;
}

/** The first project, in the order of references and nested ones, that includes a file; undefined where the project itself does, or none. */
function referenced(project: Project, file: string, seen: Set<string>): Project | undefined {
  if (project.references.length === 0 || project.includes(file)) return undefined;
  for (const path of project.references) {
    if (seen.has(path)) continue;
    seen.add(path);
    const next = projectAt(path);
    const found = next.includes(file) ? next : referenced(next, file, seen);
    if (found) return found;
  }
  return undefined;
}
