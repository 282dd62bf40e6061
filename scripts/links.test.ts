import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Folders that hold no documents of ours. */
const skipped = new Set(['node_modules', 'dist', '.git']);

/** Files below a folder whose names end so, as absolute paths. */
function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesBelow(path, ending);
    return entry.name.endsWith(ending) ? [path] : [];
  });
}

/** A Markdown text without its fenced code. */
function prose(text: string): string {
  return text.replace(/^ *(```|~~~)[\s\S]*?^ *\1.*$/gm, '');
}

/** Targets of inline links and images that are neither addresses nor mail. */
function relativeLinks(text: string): string[] {
  const targets = prose(text)
    .replace(/`[^`]*`/g, '')
    .matchAll(/\]\(\s*([^()\s]+)\s*\)/g);
  return [...targets].map(([, target]) => target as string).filter((target) => !/^[a-z]+:/i.test(target));
}

/** The fragments that GitHub gives the headings of a text. */
function anchors(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, heading] of prose(text).matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const words = (heading as string).replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const slug = words.replace(/[^\p{L}\p{N}_ -]/gu, '').replaceAll(' ', '-');
    let anchor = slug;
    for (let again = 1; found.has(anchor); again++) anchor = `${slug}-${again}`;
    found.add(anchor);
  }
  for (const [, id] of text.matchAll(/<a (?:id|name)="([^"]+)"/g)) found.add(id as string);
  return found;
}

/** What is wrong with a link in a file; null where it leads somewhere. */
function fault(file: string, link: string): string | null {
  const [path = '', fragment] = link.split('#', 2);
  const target = path === '' ? file : join(dirname(file), decodeURIComponent(path));
  const where = `${relative(root, file)}: ${link}`;
  if (!existsSync(target)) return where;
  if (fragment === undefined || !target.endsWith('.md') || !statSync(target).isFile()) return null;
  return anchors(readFileSync(target, 'utf8')).has(fragment) ? null : `${where} (no such heading)`;
}

describe('relative links in Markdown', () => {
  it('are found outside of code', () => {
    const text =
      'See [a](a.md#x), ![b](../b.png), [c](https://c.org), `[d](d.md)`.\n```\n[e](e.md)\n```\n[f](#f)';
    expect(relativeLinks(text)).toEqual(['a.md#x', '../b.png', '#f']);
  });

  it('name headings as GitHub does', () => {
    expect([...anchors('# Off-CPU time of a row\n## `--spans FUNCTION`\n## A\n## A\n')]).toEqual([
      'off-cpu-time-of-a-row',
      '--spans-function',
      'a',
      'a-1',
    ]);
  });

  it('lead to files and headings that exist', () => {
    const faults = filesBelow(root, '.md').flatMap((file) =>
      relativeLinks(readFileSync(file, 'utf8')).map((link) => fault(file, link)),
    );
    expect(faults.filter((found) => found !== null)).toEqual([]);
  });
});

/** Constants that a row of a table names in its first cell, with the files that it names in its third one. */
function constantsOf(line: string): { name: string; files: string[] }[] {
  const [first = '', , third = ''] = line.split('|').slice(1);
  const names = [...first.matchAll(/`([A-Za-z]\w+)`/g)].map(([, name]) => name as string);
  const files = [...third.matchAll(/`([\w/-]+\.ts)`/g)].map(([, file]) => file as string);
  return files.length === 0 ? [] : names.map((name) => ({ name, files }));
}

function isIn(name: string, files: readonly string[], sources: readonly string[]): boolean {
  const own = sources.filter((source) => files.some((file) => source.endsWith(`/${file}`)));
  return own.some((source) => new RegExp(`\\b${name}\\b`).test(readFileSync(source, 'utf8')));
}

describe('the method', () => {
  it('names only source files that exist', () => {
    const sources = ['packages', 'truth'].flatMap((folder) => filesBelow(join(root, folder), '.ts'));
    const missing = filesBelow(join(root, 'docs/method'), '.md').flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/`([\w./-]+\/[\w.-]+\.ts)`/g)]
        .map(([, path]) => path as string)
        .filter((path) => !sources.some((source) => source.endsWith(`/${path}`)))
        .map((path) => `${relative(root, page)}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('names constants in the files that hold them', () => {
    const sources = filesBelow(join(root, 'packages/hotpath/src'), '.ts');
    const missing = filesBelow(join(root, 'docs/method'), '.md').flatMap((page) =>
      readFileSync(page, 'utf8')
        .split('\n')
        .flatMap(constantsOf)
        .filter(({ name, files }) => !isIn(name, files, sources))
        .map(({ name, files }) => `${relative(root, page)}: ${name} is not in ${files.join(', ')}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('the decisions', () => {
  const folder = join(root, 'docs/adr');
  const records = readdirSync(folder).filter((name) => /^\d{4}-/.test(name));

  it('are all in the index', () => {
    const index = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(records.filter((name) => !index.includes(`(${name})`))).toEqual([]);
  });

  it.each(records)('%s has a number, a status and its sections', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text).toMatch(new RegExp(`^# ADR ${Number(name.slice(0, 4))}: `));
    expect(text).toContain('\n**Status.** ');
    const sections = [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    expect(sections).toEqual(['Context', 'Decision', 'Evidence', 'Consequences']);
  });
});
