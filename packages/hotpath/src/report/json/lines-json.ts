import type { LineProfile } from '../../model/profiles/line-profile.js';

/** Lines as JSON; times in ns. */
export function linesJson(profile: LineProfile): string {
  return `${JSON.stringify({ schema: 'hotpath/lines@1', unit: 'ns', ...profile }, null, 2)}\n`;
}
