import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hotpathLayers, packageImports, typesForViewer } from './layers.js';

/** An import, as a file writes it. */
export interface Import {
  /** Relative to the package's src folder. */
  readonly file: string;
  readonly specifier: string;
  /** Whether nothing of it is left when types are taken out. */
  readonly isType: boolean;
}

/** What is wrong with an import, or null. */
export function judgeImport(packageName: string, { file, specifier, isType }: Import): string | null {
  if (specifier.startsWith('node:')) return null;
  if (!specifier.startsWith('.')) {
    const allowed = packageImports[packageName]?.includes(packageOf(specifier));
    return allowed ? null : `${file} imports ${specifier}, which ${packageName} does not list`;
  }
  const target = join(dirname(file), specifier);
  if (packageName === 'viewer' && isType && join(packageName, 'src', target).startsWith(typesForViewer))
    return null;
  if (target.startsWith('..')) return `${file} imports ${specifier} from outside its package`;
  if (packageName !== 'hotpath') return null;
  const from = layerOf(file);
  const to = layerOf(target.replace(/\.js$/, '.ts'));
  if (from === to) return null;
  return hotpathLayers[from]?.includes(to) ? null : `${file} (${from}) imports ${specifier} (${to})`;
}

function layerOf(file: string): string {
  return file.split('/')[0] ?? file;
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

/** All imports of a package's sources, tests left out. */
export function importsOf(source: string): Import[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(source, file), 'utf8');
    const found = text.matchAll(
      /^(?:import|export)\b(\s+type\b)?[^'"]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm,
    );
    return [...found].map(([, type, named, dynamic]) => ({
      file,
      specifier: named ?? dynamic ?? '',
      isType: type !== undefined,
    }));
  });
}

/** Everything that is wrong in the packages below a repository's root. */
export function checkLayers(root: string): string[] {
  return Object.keys(packageImports).flatMap((name) =>
    importsOf(join(root, 'packages', name, 'src'))
      .map((found) => judgeImport(name, found))
      .filter((problem) => problem !== null)
      .map((problem) => `${relative(root, join(root, 'packages', name, 'src'))}/${problem}`),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = checkLayers(resolve(fileURLToPath(new URL('../../..', import.meta.url))));
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
