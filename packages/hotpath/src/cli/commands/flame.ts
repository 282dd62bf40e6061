import { resolve } from 'node:path';
import { Command } from 'commander';
import { exitCode } from '../../errors.js';
import type { FlameDrawing } from '../../report/flame/flame-svg.js';
import { findingsText } from '../../report/terminal/findings-text.js';
import type { CommandContext } from '../context.js';
import { createPathFiles } from '../files/path-files.js';
import { shownPath } from '../files/shown-path.js';
import { targetFile } from '../files/target-file.js';
import { share, wholeNumber } from '../options/option-values.js';
import { addSessionOptions, forSpecifications, type SessionOptions } from '../options/session-options.js';
import { addPathOptions, type PathOptions } from '../paths/path-options.js';
import { checkForm, type Form, formOf, isPictureOf, writeForm } from '../profiles/draw-profile.js';
import { type FlameSource, flameSource } from '../profiles/flame-source.js';

interface Options extends SessionOptions, PathOptions {
  readonly svg?: string;
  readonly html?: string;
  readonly out?: string;
  readonly title?: string;
  readonly icicle?: boolean;
  readonly hideBelow: number;
  readonly width: number;
}

/** `hotpath flame`: draws a path or profiles, or writes them in another format. `finish` gets the exit code. */
export function flameCommand(context: CommandContext, finish: (code: number) => void): Command {
  const command = new Command('flame')
    .description('draw a path or a profile as a flame graph, or write it in another format')
    .argument(
      '[input...]',
      'a path: NAME.hot.ts or FILE#EXPORT; or profiles (.cpuprofile, pprof, speedscope, traces, collapsed stacks, folders of .cpuprofile), which are added up',
    )
    .option('--svg <file>', 'write a picture (default: named after the first input, in this folder)')
    .option(
      '--html <file>',
      'write a page with zoom, search, a bottom-up view and a table of functions; works offline',
    )
    .option(
      '--out <file>',
      'write the format of the extension: .html, .svg, .cpuprofile, .speedscope.json, .pb.gz (pprof) or .collapsed',
    )
    .option('--icicle', 'callers on top')
    .option('--hide-below <percent>', 'leave out calls with a smaller share of the whole', share, 0)
    .option('--width <pixels>', 'width of the picture', wholeNumber, 1200)
    .option('--title <text>', 'title of the picture (default: what it shows)');
  return addSessionOptions(addPathOptions(command), forSpecifications)
    .addHelpText('after', examples)
    .action(async (inputs: readonly string[], options: Options) =>
      finish(await flame(inputs, options, context)),
    );
}

const examples = `
Examples:
  $ hotpath flame subjects/fapilog.info.hot.ts
  $ node --cpu-prof server.js && hotpath flame CPU.*.cpuprofile
  $ hotpath flame profiles/ --icicle --hide-below 0.5% --svg all.svg
  $ hotpath flame CPU.*.cpuprofile --html cpu.html
  $ hotpath flame heap.pb.gz --out heap.speedscope.json`;

async function flame(inputs: readonly string[], options: Options, context: CommandContext): Promise<number> {
  const { output, folder } = context;
  const named = namedTargets(options, folder);
  for (const { file, form } of named) checkForm(file, form);
  const source = await flameSource(inputs, options, context);
  const drawing = drawingOf(source, options);
  const targets =
    named.length > 0 ? named : [{ file: pictureOf(source, drawing, folder), form: 'svg' as const }];
  for (const { file, form } of targets) {
    writeForm(file, form, source.profile, drawing);
    output.out(`${shownPath(file, folder)}: ${source.said}\n`);
  }
  output.out(findingsText(source.findings, { width: output.width, folder }));
  return exitCode.fine;
}

/** The picture of a path replaces no picture of another path. */
function pictureOf({ name, isPath }: FlameSource, { title }: FlameDrawing, folder: string): string {
  const named = (stem: string): string => resolve(folder, `${stem}.svg`);
  if (!isPath) return named(name);
  return createPathFiles((file) => isPictureOf(file, title))(name, named);
}

interface Target {
  readonly file: string;
  readonly form: Form;
}

function namedTargets({ svg, html, out }: Options, folder: string): Target[] {
  const named = [
    { file: out, form: formOf(out ?? '') },
    { file: svg, form: 'svg' },
    { file: html, form: 'html' },
  ] as const;
  return named.flatMap(({ file, form }) =>
    file === undefined ? [] : [{ file: targetFile(file, folder), form }],
  );
}

function drawingOf({ title, said }: FlameSource, options: Options): FlameDrawing {
  return {
    title: options.title ?? title,
    said,
    icicle: options.icicle === true,
    narrowest: options.hideBelow,
    width: Math.max(narrowestPicture, options.width),
  };
}

const narrowestPicture = 200;
