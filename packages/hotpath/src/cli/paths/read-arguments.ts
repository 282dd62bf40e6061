import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../errors.js';
import { lineIndex } from '../../model/text/lines.js';
import { jsonMistake } from './json-mistake.js';

/** A list of arguments in JSON, of an option. Throws a UserError that names the place of a mistake. */
export function argumentList(option: string, text: string): unknown[] {
  return listIn(text, option, (at) => `${option}: is not JSON at character ${at + 1}`);
}

/** A list of arguments in a file of JSON. Throws a UserError that names the place of a mistake. */
export function argumentFile(name: string, folder: string): unknown[] {
  const text = read(name, folder);
  return listIn(text, name, (at) => `${name}:${lineIndex(text)(at)}: is not JSON`);
}

function read(name: string, folder: string): string {
  try {
    return readFileSync(resolve(folder, name), 'utf8').replace(/^\uFEFF/, '');
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    throw new UserError(
      `--args-file: ${name}: ${code === 'ENOENT' ? 'no such file' : `cannot be read (${code})`}`,
      'Give a file with an array of arguments in JSON.',
    );
  }
}

function listIn(text: string, name: string, place: (at: number) => string): unknown[] {
  const value = parsed(text, place);
  if (Array.isArray(value)) return value;
  throw new UserError(
    `${name}: is not an array of arguments, it is ${kindOf(value)}`,
    'Put the arguments into brackets, one or several: [{"key": true}, 2].',
  );
}

function parsed(text: string, place: (at: number) => string): unknown {
  try {
    return JSON.parse(text);
  } catch (problem) {
    const mistake = jsonMistake(text);
    if (!mistake) throw problem;
    const { at, expected } = mistake;
    const seen = at >= text.length ? 'the text ends' : `it has ${JSON.stringify(text.slice(at, at + 8))}`;
    throw new UserError(
      `${place(at)}: ${seen} instead of ${expected}`,
      'Write an array of arguments, such as \'["text", 1, {"key": true}]\'. For values that JSON does not have, state --eval.',
    );
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
