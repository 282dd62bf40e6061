import type { Command } from 'commander';
import type { CommandContext } from '../context.js';

/** Makes a command; `finish` gets the exit code. */
export type CommandMaker = (context: CommandContext, finish: (code: number) => void) => Command;

/** A command as `hotpath --help` lists it. Its code is loaded when it is used. */
export interface ListedCommand {
  readonly name: string;
  /** As the command's own help names them: `<needed>`, `[optional]`. */
  readonly parameters: string;
  readonly description: string;
  readonly load: () => Promise<CommandMaker>;
}

/** All commands, in the order of the help. */
export const commands: readonly ListedCommand[] = [
  {
    name: 'run',
    parameters: '[path...]',
    description: 'measure paths and print where their time goes',
    load: async () => (await import('./run.js')).runCommand,
  },
  {
    name: 'verify',
    parameters: '[path]',
    description:
      'put known delays, waits and allocations into each row, and check that they are found there and nowhere else',
    load: async () => (await import('./verify.js')).verifyCommand,
  },
  {
    name: 'doctor',
    parameters: '',
    description: 'measure loops of known lengths, and say what this machine can and cannot resolve (30 s)',
    load: async () => (await import('./doctor.js')).doctorCommand,
  },
  {
    name: 'flame',
    parameters: '[input...]',
    description: 'draw a path or a profile as a flame graph, or write it in another format',
    load: async () => (await import('./flame.js')).flameCommand,
  },
  {
    name: 'record',
    parameters: '<command...>',
    description: 'run a program as it is and write where its time went',
    load: async () => (await import('./record.js')).recordCommand,
  },
  {
    name: 'attach',
    parameters: '<pid>',
    description: 'record a running Node process and write where its time went',
    load: async () => (await import('./attach.js')).attachCommand,
  },
  {
    name: 'dump',
    parameters: '<pid>',
    description: 'print the stacks of a running Node process: every thread, once',
    load: async () => (await import('./dump.js')).dumpCommand,
  },
  {
    name: 'top',
    parameters: '<pid>',
    description: 'show live which functions of a running Node process take the time',
    load: async () => (await import('./top.js')).topCommand,
  },
  {
    name: 'functions',
    parameters: '[input...]',
    description: "list functions as Python's cProfile does: calls, own time, time with callees",
    load: async () => (await import('./functions.js')).functionsCommand,
  },
  {
    name: 'lines',
    parameters: '[input...]',
    description: "list time by lines as Python's line_profiler does: hits, time, time per hit, share, text",
    load: async () => (await import('./lines.js')).linesCommand,
  },
  {
    name: 'floor',
    parameters: '<spec>',
    description: 'measure a path and the least that could be done instead, in one run',
    load: async () => (await import('./floor.js')).floorCommand,
  },
  {
    name: 'copies',
    parameters: '',
    description: 'measure what shallow and deep copies of payloads cost, and show what they keep',
    load: async () => (await import('./copies.js')).copiesCommand,
  },
  {
    name: 'errors',
    parameters: '',
    description: 'measure what errors cost: throw and catch, .stack, frames, causes, a serializer',
    load: async () => (await import('./errors.js')).errorsCommand,
  },
  {
    name: 'what-if',
    parameters: '[path]',
    description:
      'measure what the path would gain if its rows were gone, cheaper, more expensive or replaced by other code',
    load: async () => (await import('./what-if.js')).whatIfCommand,
  },
  {
    name: 'score',
    parameters: '[after]',
    description: 'compare a stored projection with what the change brought, and keep the score',
    load: async () => (await import('./score.js')).scoreCommand,
  },
  {
    name: 'diff',
    parameters: '<before> <after>',
    description: 'compare two profiles: a table of functions and a differential flame graph',
    load: async () => (await import('./diff.js')).diffCommand,
  },
];
