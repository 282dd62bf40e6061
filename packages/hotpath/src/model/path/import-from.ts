import { join } from 'node:path';

/** An import of a specification that a command line states: resolved as if the specification were in another folder. */
export interface ImportFrom {
  readonly specifier: string;
  /** Absolute path of the file that seems to import. There is no such file; it is TypeScript, so a tsconfig.json applies. */
  readonly file: string;
}

const scheme = 'hotpath-from:';

/** The file that messages of Node name as the importing one. */
export function statedFile(folder: string): string {
  return join(folder, '[command line].ts');
}

/** A specifier that hotpath's loader resolves from this folder. */
export function importFrom(folder: string, specifier: string): string {
  return `${scheme}${encodeURIComponent(statedFile(folder))}:${specifier}`;
}

/** Reads what `importFrom` wrote; null for other specifiers. */
export function readImportFrom(specifier: string): ImportFrom | null {
  if (!specifier.startsWith(scheme)) return null;
  const end = specifier.indexOf(':', scheme.length);
  return {
    specifier: specifier.slice(end + 1),
    file: decodeURIComponent(specifier.slice(scheme.length, end)),
  };
}

/** A text, such as a message of Node, with specifiers as the user wrote them. */
export function withoutMarks(text: string): string {
  return text.replace(new RegExp(`${scheme}[^:\\s]*:`, 'g'), '');
}
