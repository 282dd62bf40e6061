import type { LineProfile } from '../../model/profiles/line-profile.js';
import type { Finding } from '../../model/report/finding.js';

/** Lines as JSON; times in ns. `findings` are those of a path, left out where there are none. */
export function linesJson(profile: LineProfile, findings: readonly Finding[] = []): string {
  const found = findings.length > 0 ? { findings } : {};
  return `${JSON.stringify({ schema: 'hotpath/lines@1', unit: 'ns', ...profile, ...found }, null, 2)}\n`;
}
