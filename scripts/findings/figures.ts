import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  flameOfPath,
  type Measurement,
  type Profile,
  type Report,
  type ReportedRun,
  safeStem,
  samplesOf,
  slowDownText,
  writeFlameSvg,
  writePieces,
} from 'hotpath/cli';
import { root } from './root.js';

/** Draws the flame graphs of all paths that have samples; gives their files, relative to the folder, by path. */
export function drawFigures(
  { measurements, reports }: ReportedRun,
  folder: string,
): ReadonlyMap<string, string> {
  mkdirSync(join(folder, 'figures'), { recursive: true });
  const drawn = reports.flatMap((report, index) => {
    const measurement = measurements[index];
    const hasSamples = measurement?.sampled.some(({ stacks }) => stacks.length > 0);
    return measurement && hasSamples ? [drawFigure(measurement, report, folder)] : [];
  });
  return new Map(drawn);
}

/** The flame graphs that were drawn before. */
export function drawnFigures(reports: readonly Report[], folder: string): ReadonlyMap<string, string> {
  return new Map(
    reports
      .map(({ path }) => [path.name, figureOf(path.name)] as const)
      .filter(([, figure]) => existsSync(join(folder, figure))),
  );
}

function figureOf(name: string): string {
  return join('figures', `${safeStem(name)}.svg`);
}

function drawFigure(
  measurement: Measurement,
  { ledger, path: { name } }: Report,
  folder: string,
): readonly [name: string, figure: string] {
  const sampled = samplesOf(measurement, ledger.total.mean);
  const drawing = {
    title: name,
    said: `sampled ${slowDownText(sampled.slowDown, 'path')}`,
    icicle: false,
    narrowest: 0.002,
    width: 1000,
  };
  writePieces(join(folder, figureOf(name)), writeFlameSvg(withPlaces(flameOfPath(sampled)), drawing));
  return [name, figureOf(name)];
}

/** Places below the repository are named from there. */
function withPlaces(profile: Profile): Profile {
  const functions = profile.functions.map((one) =>
    one.file.startsWith(root) ? { ...one, file: `./${one.file.slice(root.length)}` } : one,
  );
  return { ...profile, functions };
}
