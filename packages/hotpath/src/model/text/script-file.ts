import { fileURLToPath } from 'node:url';

/**
 * The path of a script that V8 names by its URL or by a path. A URL is decoded and loses its query, such as that of a variant. A
 * path stays as it is, because `?` and `%` are ordinary characters of a path.
 */
export function scriptFile(script: string): string {
  if (!script.startsWith('file:')) return script;
  try {
    return fileURLToPath(script.replace(/[?#].*$/s, ''));
  } catch {
    // Not a URL of this platform: `file://host/…`, or an encoded slash.
    return script;
  }
}
