import { resolve } from 'node:path';
import { Command } from 'commander';
import { exitCode } from '../../errors.js';
import type { FlameDrawing } from '../../report/flame/flame-svg.js';
import { positiveNumber, share, wholeNumber } from '../options/option-values.js';
import { checkForm, type Form, formOf, writeForm } from '../profiles/draw-profile.js';
import { type FlameSource, flameSource, type SamplingOptions } from '../profiles/flame-source.js';
import { shownPath, targetFile } from '../profiles/write-profile.js';
import type { Surroundings } from './run.js';

interface FlameOptions extends SamplingOptions {
  readonly svg?: string;
  readonly html?: string;
  readonly out?: string;
  readonly title?: string;
  readonly icicle?: boolean;
  readonly hideBelow: number;
  readonly width: number;
}

/** `hotpath flame`: draws a path or profiles, or writes them in another format. `finish` gets the exit code. */
export function flameCommand(surroundings: Surroundings, finish: (code: number) => void): Command {
  return new Command('flame')
    .description('draw a path or a profile as a flame graph, or write it in another format')
    .argument(
      '<input...>',
      'a specification, or profiles: .cpuprofile, pprof, collapsed stacks, folders of .cpuprofile; several are added up',
    )
    .option('--svg <file>', 'write the picture there (default: named after the first input, here)')
    .option(
      '--html <file>',
      'write a page instead: zoom, search, bottom-up, table of functions; needs no network',
    )
    .option(
      '--out <file>',
      'write what its ending says: .html, .svg, .cpuprofile, .speedscope.json, .pb.gz (pprof) or .collapsed',
    )
    .option('--icicle', 'callers on top')
    .option('--hide-below <percent>', 'leave out calls that take less of the whole', share, 0)
    .option('--width <pixels>', 'of the picture', wholeNumber, 1200)
    .option('--title <text>', 'stands above the picture (default: what it shows)')
    .option('--quick', 'of a specification: fewer samples')
    .option('--seed <number>', 'of a specification: seed of all random order', wholeNumber)
    .option('--timeout <seconds>', 'give up when a process is silent for so long', positiveNumber, 30)
    .addHelpText('after', examples)
    .action(async (inputs: readonly string[], options: FlameOptions) =>
      finish(await flame(inputs, options, surroundings)),
    );
}

const examples = `
Examples:
  $ hotpath flame subjects/fapilog.info.hot.ts
  $ node --cpu-prof server.js && hotpath flame CPU.*.cpuprofile
  $ hotpath flame profiles/ --icicle --hide-below 0.5% --svg all.svg
  $ hotpath flame CPU.*.cpuprofile --html cpu.html
  $ hotpath flame heap.pb.gz --out heap.speedscope.json`;

async function flame(
  inputs: readonly string[],
  options: FlameOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { output, folder } = surroundings;
  const asked = askedFor(options, folder);
  for (const { file, form } of asked) checkForm(file, form);
  const source = await flameSource(inputs, options, surroundings);
  const targets =
    asked.length > 0 ? asked : [{ file: resolve(folder, `${source.name}.svg`), form: 'svg' as const }];
  for (const { file, form } of targets) {
    writeForm(file, form, source.profile, drawingOf(source, options));
    output.out(`${shownPath(file, folder)}: ${source.said}\n`);
  }
  return exitCode.fine;
}

interface Target {
  readonly file: string;
  readonly form: Form;
}

function askedFor({ svg, html, out }: FlameOptions, folder: string): Target[] {
  const named = [
    { file: out, form: formOf(out ?? '') },
    { file: svg, form: 'svg' },
    { file: html, form: 'html' },
  ] as const;
  return named.flatMap(({ file, form }) =>
    file === undefined ? [] : [{ file: targetFile(file, folder), form }],
  );
}

function drawingOf({ title, said }: FlameSource, options: FlameOptions): FlameDrawing {
  return {
    title: options.title ?? title,
    said,
    icicle: options.icicle === true,
    narrowest: options.hideBelow,
    width: Math.max(narrowestPicture, options.width),
  };
}

const narrowestPicture = 200;
