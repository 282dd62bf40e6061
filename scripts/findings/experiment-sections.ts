import type { Estimate } from 'hotpath/cli';
import { folded } from './folded.js';
import { markdownTable } from './markdown-table.js';
import type { Experiment } from './run-experiment.js';
import { time, timeWithError } from './words.js';

/** What is read of hotpath/copies@1. */
interface CopiesData {
  readonly payloads: readonly {
    readonly title: string;
    readonly methods: readonly {
      readonly method: string;
      readonly kind: string;
      readonly cost: { readonly time: Estimate } | null;
    }[];
  }[];
}

/** What is read of hotpath/errors@1. */
interface ErrorsData {
  readonly costs: readonly {
    readonly depth: number;
    readonly limit: number;
    readonly async: boolean;
    readonly sourceMaps: boolean;
    readonly phases: readonly { readonly name: string; readonly time: Estimate }[];
  }[];
}

/** Each method by each payload; the tables with intervals and bytes are folded below. */
export function copiesSection(experiment: Experiment): string {
  const { payloads } = experiment.data as CopiesData;
  const methods = payloads[0]?.methods.filter(({ kind }) => kind !== 'reference') ?? [];
  const lines = methods.map(({ method, kind }) => [
    method,
    kind,
    ...payloads.map((payload) => {
      const cost = payload.methods.find((one) => one.method === method)?.cost;
      return cost ? time(cost.time.mean) : 'refused';
    }),
  ]);
  const table = markdownTable(['Copy', '', ...payloads.map(({ title }) => title)], lines);
  return `${table}\n\n${foldedTables('With intervals, bytes, and what each method keeps', experiment)}`;
}

const phases = ['throw and catch', 'first .stack', 'serializer alone', 'serializer, with .stack'];

/** The phases of an error whose stack is as deep as its calls; all other circumstances are folded below. */
export function errorsSection(experiment: Experiment): string {
  const { costs } = experiment.data as ErrorsData;
  const deep = costs.filter((one) => one.limit === one.depth && !one.async && !one.sourceMaps);
  const lines = phases.map((phase) => [
    phase,
    ...deep.map(({ phases: own }) => {
      const found = own.find(({ name }) => name === phase);
      return found ? timeWithError(found.time) : '?';
    }),
  ]);
  const table = markdownTable(['Phase', ...deep.map(({ depth }) => `${depth} deep`)], lines);
  return `${table}\n\n${foldedTables('Async stacks, source maps, causes, aggregates, the limit of 10', experiment)}`;
}

function foldedTables(title: string, { command, text }: Experiment): string {
  return folded(title, `\`${command}\`\n\n\`\`\`\n${text}\n\`\`\``);
}
