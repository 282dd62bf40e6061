import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandContext, exitCode, UserError, writeNamedFile } from 'hotpath/cli';
import type { Part } from './child/job.js';
import { compareLoggers } from './compare.js';
import { describeEnvironment } from './environment.js';
import { nodeParticipants, type Participant } from './participant.js';
import { parts, roundsOf } from './plan.js';
import { pythonParticipants } from './python.js';
import { comparisonJson } from './tables/json.js';
import { notesOn } from './tables/notes.js';
import { comparisonTables } from './tables/tables.js';

/** The widest line of notes, terminal cells: longer lines are hard to read. */
const widestNote = 120;

export interface BenchmarkOptions {
  readonly logger?: readonly string[];
  readonly base?: string;
  readonly part?: readonly Part[];
  readonly rounds?: number;
  readonly quick?: boolean;
  readonly seed?: number;
  /** The folder of the Python package fapilog. */
  readonly python?: string;
  readonly json?: string;
}

/** The comparison from options to tables. Returns the exit code. */
export async function benchmark(options: BenchmarkOptions, context: CommandContext): Promise<number> {
  const { output, signal } = context;
  const chosen = choose(everyone(options.python, context), options.logger);
  const base = baseOf(chosen, options.base);
  const effort = options.quick ? 'quick' : 'default';
  const settings = {
    parts: options.part ?? parts,
    rounds: options.rounds ?? roundsOf[effort],
    effort,
    seed: options.seed ?? context.freshSeed(),
    signal,
    onProgress: (text: string) => output.status(text),
  } as const;
  const comparison = await inFolder((folder) => compareLoggers(chosen, { ...settings, folder }));
  output.status('');
  const environment = describeEnvironment();
  const tables = comparisonTables(comparison, base, output.width);
  if (tables !== '') output.out(`${tables}\n`);
  const noteWidth = Math.min(output.width, widestNote);
  output.out(notesOn(comparison, base, { seed: settings.seed, width: noteWidth }, environment));
  if (options.json !== undefined)
    writeNamedFile(options.json, comparisonJson(comparison, base, settings, environment), context.folder);
  if (signal.aborted) {
    output.err('Interrupted: the tables hold the complete rounds.\n');
    return exitCode.interrupted;
  }
  const measured = [comparison.throughput, comparison.slowSink, comparison.burst];
  return measured.some(([round]) => round !== undefined && round.size > 0)
    ? exitCode.fine
    : exitCode.noMeasurement;
}

function everyone(python: string | undefined, { output }: CommandContext): readonly Participant[] {
  const own = nodeParticipants();
  if (python === undefined) {
    output.err(
      "Not measured: the reference fapilog and Python's logging. Give the folder of the package with --python FOLDER.\n",
    );
    return own;
  }
  const reference = pythonParticipants(python);
  if (typeof reference !== 'string') return [...own, ...reference];
  output.err(`Not measured: the reference fapilog and Python's logging, because ${reference}.\n`);
  return own;
}

/** The participants with the wanted names, in their usual order. Throws a UserError for an unknown name. */
function choose(all: readonly Participant[], wanted: readonly string[] | undefined): readonly Participant[] {
  for (const name of wanted ?? []) checkName(all, name);
  return wanted === undefined ? all : all.filter(({ name }) => wanted.includes(name));
}

function baseOf(chosen: readonly Participant[], wanted: string | undefined): string {
  if (wanted !== undefined) checkName(chosen, wanted);
  return wanted ?? chosen[0]?.name ?? '';
}

function checkName(all: readonly Participant[], wanted: string): void {
  const names = all.map(({ name }) => name);
  if (!names.includes(wanted))
    throw new UserError(`there is no logger "${wanted}"`, `Loggers: ${names.join(', ')}.`);
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'loggers-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
