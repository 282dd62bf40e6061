import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type * as GetTsconfig from 'get-tsconfig';

/** What a tsconfig.json says about imports. */
export interface Project {
  /** Paths that `paths` and `baseUrl` give for a specifier, in order. */
  targets(specifier: string): readonly string[];
  /** Whether a file belongs to it by `files`, `include` and `exclude`; JavaScript does also without `allowJs`. */
  includes(file: string): boolean;
  /** Absolute paths of the files of projects that it refers to. */
  readonly references: readonly string[];
}

const projects = new Map<string, Project>();

/** The project of a file such as tsconfig.json. One that cannot be read maps nothing: Node then says what is missing. */
export function projectAt(path: string): Project {
  const project = projects.get(path) ?? read(path);
  projects.set(path, project);
  return project;
}

const unreadable: Project = { targets: () => [], includes: () => false, references: [] };

/** The reader is loaded only where a tsconfig.json is. */
function read(path: string): Project {
  const { parseTsconfig, createPathsMatcher, createFilesMatcher } = createRequire(import.meta.url)(
    'get-tsconfig',
  ) as typeof GetTsconfig;
  try {
    const config = parseTsconfig(path);
    const withScripts = { ...config, compilerOptions: { ...config.compilerOptions, allowJs: true } };
    let files: GetTsconfig.FileMatcher | null = null;
    return {
      targets: createPathsMatcher({ path, config }) ?? (() => []),
      includes(file) {
        files ??= createFilesMatcher({ path, config: withScripts });
        return files(file) !== undefined;
      },
      references: (config.references ?? []).map((reference) => projectFile(dirname(path), reference.path)),
    };
  } catch {
    return unreadable;
  }
}

/** A reference is to a file, or to a folder with a tsconfig.json. */
function projectFile(folder: string, path: string): string {
  const target = resolve(folder, path);
  return target.endsWith('.json') ? target : join(target, 'tsconfig.json');
}
