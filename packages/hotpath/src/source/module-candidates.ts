const sourceExtension: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/** Paths that TypeScript tries for a module that does not exist at `target`, in order of preference. */
export function moduleCandidates(target: string): string[] {
  const extension = /\.[cm]?jsx?$/.exec(target)?.[0];
  const written = extension ? (sourceExtension[extension] ?? []) : [];
  const stem = extension ? target.slice(0, -extension.length) : target;
  const extensions = ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json'];
  return [
    ...written.map((source) => stem + source),
    ...extensions.map((added) => target + added),
    ...extensions.map((added) => `${target}/index${added}`),
  ];
}
