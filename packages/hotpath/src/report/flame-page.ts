import { createHash } from 'node:crypto';
import type { Profile } from '../model/profile.js';
import { embeddedJson } from './embedded-json.js';
import { flamePayload } from './flame-payload.js';
import type { FlameDrawing } from './flame-svg.js';
import { xmlText } from './xml.js';

/** The browser code of a page, bundled. */
export interface Viewer {
  readonly script: string;
  readonly style: string;
}

/**
 * A flame graph as a page that stands alone and asks no network: its policy allows one script and one style, by their
 * hashes, and nothing else. The profile is text in a block that is no script.
 */
export function* writeFlamePage(
  profile: Profile,
  drawing: Omit<FlameDrawing, 'width'>,
  { script, style }: Viewer,
): Generator<string> {
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
  yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n';
  yield `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n';
  yield '<meta name="color-scheme" content="light dark">\n<meta name="generator" content="hotpath">\n';
  yield `<title>${xmlText(drawing.title)}</title>\n<style>${style}</style>\n</head>\n<body>\n`;
  yield `<noscript>${xmlText(`${drawing.title}: ${drawing.said}.`)} To see the flame graph, allow this page its script; it loads nothing.</noscript>\n`;
  yield '<script type="application/json" id="profile">';
  yield* embeddedJson(flamePayload(profile, drawing));
  yield `</script>\n<script>${script}</script>\n</body>\n</html>\n`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
