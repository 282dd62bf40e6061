import { appendFileSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import type { Edit } from '../../instrument/edits/compile.js';
import { isTypeScript, scriptExtensions } from '../../instrument/syntax/parse.js';
import type { ForkJob } from '../job.js';
import { requireExpression, runtimeExpression } from './addresses.js';
import { type CompiledSource, compiledSource } from './compile-cache.js';
import { compileLazily } from './lazy-compiler.js';
import { noteLoad } from './loads.js';
import { variantOf } from './variant-url.js';

/** The loader's answer to Node for a URL that it loads itself. */
export interface LoadedSource {
  readonly format: 'module';
  readonly source: string;
  readonly shortCircuit: true;
}

/** A job, and where it was read. */
export interface OpenJob {
  readonly job: ForkJob;
  readonly jobFile: string;
}

/** Reads this fork's job from its file. */
export function openJob(jobFile: string): OpenJob {
  return { job: JSON.parse(readFileSync(jobFile, 'utf8')) as ForkJob, jobFile };
}

/** The compiled form of a script in a variant (null: in none); an inspection lists the file as loaded. */
export function loadFile({ job, jobFile }: OpenJob, file: string, variant: string | null): CompiledSource {
  if (job.task === 'inspect') appendFileSync(job.loadedList, `${file}\n`);
  const edits = editsOf(job, variant, file);
  if (variant === null) noteOutside({ job, jobFile }, file);
  else if (edits.length > 0) noteLoad(jobFile, variant, file);
  return compiledSource(job.cache, file, edits, runtimeExpression(variant ?? ''), compileLazily);
}

/** What a variant changes in a file. */
export function editsOf({ variants }: ForkJob, variant: string | null, file: string): readonly Edit[] {
  return variants.find(({ id }) => id === variant)?.edits[file] ?? [];
}

/** Notes a file that the program loads outside of all variants, if they change something in it. Other threads have no rows. */
export function noteOutside({ job, jobFile }: OpenJob, file: string): void {
  if (isMainThread && job.variants.some(({ edits }) => edits[file])) noteLoad(jobFile, null, file);
}

/** Whether the loader loads a URL itself: a script with types, or a variant's instance. */
export function isOurs(url: string): boolean {
  if (!url.startsWith('file:')) return false;
  const path = new URL(url).pathname;
  return (
    isTypeScript(path) || (variantOf(url) !== null && (scriptExtensions.test(path) || !/\.\w+$/.test(path)))
  );
}

/**
 * The source of such a URL. A CommonJS file becomes a module that requires the variant's own instance, because Node keeps one
 * instance of a CommonJS file whatever the query of its URL.
 */
export function loadUrl(job: OpenJob, url: string): LoadedSource {
  const file = fileURLToPath(url);
  const variant = variantOf(url);
  const compiled = loadFile(job, file, variant);
  const source = compiled.format === 'module' ? compiled.code : shim(file, variant, compiled.exports);
  return { format: 'module', source: nameScript(source, file), shortCircuit: true };
}

/**
 * The object that JSON is in a variant: the same for `import` and `require`, as in Node. Null where Node loads the URL: outside
 * of variants, and without the attribute by which JSON is imported.
 */
export function loadJson(url: string, type: string | undefined): LoadedSource | null {
  const variant = variantOf(url);
  if (variant === null || type !== 'json') return null;
  return { format: 'module', source: shim(fileURLToPath(url), variant, []), shortCircuit: true };
}

/** Stacks then have the file's own name, without the variant's query. */
function nameScript(code: string, file: string): string {
  return `${code}\n//# sourceURL=${file}\n`;
}

function shim(file: string, variant: string | null, names: readonly string[]): string {
  const exported = names
    .filter((name) => name !== 'default')
    .map(
      (name, index) =>
        `const n${index} = m[${JSON.stringify(name)}]; export { n${index} as ${JSON.stringify(name)} };`,
    );
  return [
    `const m = ${requireExpression}.load(${JSON.stringify(file)}, ${JSON.stringify(variant)});`,
    'export default m;',
    ...exported,
  ].join(' ');
}
