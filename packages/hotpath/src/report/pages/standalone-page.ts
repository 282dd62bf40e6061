import { createHash } from 'node:crypto';
import { xmlText } from '../flame/xml.js';
import { embeddedJson } from './embedded-json.js';

/** The browser code of a page, bundled. */
export interface Viewer {
  readonly script: string;
  readonly style: string;
}

export interface StandalonePage {
  readonly title: string;
  /** What the page shows when scripts are forbidden. */
  readonly withoutScript: string;
  /** The element in which the script finds the payload. */
  readonly block: string;
  readonly payload: unknown;
}

/**
 * A self-contained page that uses no network: its content security policy allows only its script and its style, by their
 * hashes. The payload is text in a block that is not executed.
 */
export function* writeStandalonePage(
  { title, withoutScript, block, payload }: StandalonePage,
  { script, style }: Viewer,
): Generator<string> {
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
  yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n';
  yield `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n';
  yield '<meta name="color-scheme" content="light dark">\n<meta name="generator" content="hotpath">\n';
  yield `<title>${xmlText(title)}</title>\n<style>${style}</style>\n</head>\n<body>\n`;
  yield `<noscript>${xmlText(withoutScript)}</noscript>\n`;
  yield `<script type="application/json" id="${block}">`;
  yield* embeddedJson(payload);
  yield `</script>\n<script>${script}</script>\n</body>\n</html>\n`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
