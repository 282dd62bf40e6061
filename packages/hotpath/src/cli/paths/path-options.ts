import type { Command } from 'commander';

/** How a user states a path without a specification. */
export interface PathOptions {
  readonly args?: readonly string[];
  readonly argsFile?: readonly string[];
  readonly thisArgs?: string;
  readonly eval?: readonly string[];
  readonly setup?: string;
  /** Which cases of a benchmark file: a text in their names, or a regular expression. */
  readonly case?: string;
}

/** Adds the options of paths without a specification to a command. */
export function addPathOptions(command: Command): Command {
  return addStatements(command).option('--case <text>', 'a benchmark file: the case with this in its name');
}

/** As `addPathOptions`, without the choice of a case. */
export function addStatements(command: Command): Command {
  return command
    .option(
      '--args <json>',
      'FILE#EXPORT: its arguments, a JSON array; given several times: one call after another',
      collect,
    )
    .option(
      '--args-file <file>',
      'FILE#EXPORT: its arguments, a file with a JSON array; may be given several times',
      collect,
    )
    .option(
      '--this-args <json>',
      'FILE#Class.prototype.method: the arguments of the constructor, a JSON array',
    )
    .option(
      '--eval <code>',
      'the path is this code: an expression or statements, with await, in TypeScript',
      collect,
    )
    .option('--setup <code>', '--eval: code that runs once before it; may import and declare what it uses');
}

/** The options that are given and say that the input is a path. */
export function statements(options: PathOptions): string[] {
  return [
    ...(options.eval ? ['--eval'] : []),
    ...(options.setup === undefined ? [] : ['--setup']),
    ...(options.case === undefined ? [] : ['--case']),
    ...callOptions(options),
  ];
}

/** Those of them that say how a function is called. */
export function callOptions({ args, argsFile, thisArgs }: PathOptions): string[] {
  return [
    ...(args ? ['--args'] : []),
    ...(argsFile ? ['--args-file'] : []),
    ...(thisArgs === undefined ? [] : ['--this-args']),
  ];
}

function collect(text: string, known: readonly string[] = []): string[] {
  return [...known, text];
}

/** How a path may be named where a specification may; for the help of commands. */
export const pathForms = 'NAME.hot.ts, FILE#EXPORT, or a benchmark file';
