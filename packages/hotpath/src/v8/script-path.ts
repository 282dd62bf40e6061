import { fileURLToPath } from 'node:url';

/** The path of a script that V8 names by its URL or path, without a variant's query. */
export function scriptPath(script: string): string {
  const plain = script.replace(/\?.*$/, '');
  return plain.startsWith('file:') ? fileURLToPath(plain) : plain;
}
