import { parse, type Token } from 'acorn';
import { mayBreak } from '../../src/instrument/split/may-break.js';

/** A script with line ends at all places that allow one, and whether it is still the same program; null for what cannot be parsed. */
export function brokenEverywhere(text: string): { readonly breaks: number; readonly isSame: boolean } | null {
  for (const sourceType of ['module', 'commonjs'] as const) {
    const tokens: Token[] = [];
    const options = { ecmaVersion: 'latest', sourceType, allowHashBang: true } as const;
    const tree = attempt(() => parse(text, { ...options, onToken: tokens }));
    if (!tree) continue;
    const edges = tokens.flatMap((token, at) => {
      const before = tokens[at - 1];
      return before && mayBreak(before, token) ? [token.start] : [];
    });
    const starts = [0, ...edges];
    const broken = starts.map((start, at) => text.slice(start, starts[at + 1] ?? text.length)).join('\n');
    const other = attempt(() => parse(broken, options));
    return { breaks: edges.length, isSame: other !== null && treeText(other) === treeText(tree) };
  }
  return null;
}

function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}

/** The tree without offsets. */
function treeText(tree: object): string {
  return JSON.stringify(tree, (key, value) => {
    if (key === 'start' || key === 'end') return undefined;
    return typeof value === 'bigint' ? `${value}n` : value;
  });
}
