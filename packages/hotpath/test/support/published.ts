import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** A form as it is published. */
export function published(name: string): string {
  return readFileSync(new URL(`../../schema/${name}.schema.json`, import.meta.url), 'utf8');
}

/** What an independent judge finds wrong with a value by the published form; null where it finds nothing. */
export function faultsOf(name: string, value: unknown): string | null {
  const judge = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(published(name)));
  return judge(value) ? null : JSON.stringify(judge.errors);
}
