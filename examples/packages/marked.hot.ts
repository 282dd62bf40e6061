import { readFileSync } from 'node:fs';
import { defineHotPath } from 'hotpath';
import { marked } from 'marked';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** Markdown to HTML: the README of this repository. */
export default defineHotPath({ name: 'marked.parse', run: () => marked.parse(readme) });
