import type { Estimate } from 'hotpath/cli';
import type { Evidence } from './evidence.js';
import { documentName, tablesName } from './file-names.js';
import { markdownTable } from './markdown-table.js';
import type { Experiment } from './run-cost-study.js';
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

/** Each method by each payload; the tables with intervals and bytes are in a document of their own. */
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
  return `${table}\n\nWith intervals, bytes, and what each method keeps: [tables](${tablesName}#copies).`;
}

const phases = ['throw and catch', 'first .stack', 'serializer alone', 'serializer, with .stack'];

/** The phases of an error whose stack is as deep as its calls; all other circumstances are in a document of their own. */
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
  return `${table}\n\nAsync stacks, source maps, causes, aggregates, the limit of 10: [tables](${tablesName}#errors).`;
}

/** All that the experiments printed. */
export function tablesDocument({ copies, errors }: Pick<Evidence, 'copies' | 'errors'>): string {
  return `${[
    '# Copies and errors, every table',
    `Behind [the findings](${documentName}.md), and of the same run.`,
    '## Copies',
    printed(copies),
    '## Errors',
    printed(errors),
  ].join('\n\n')}\n`;
}

function printed({ command, text }: Experiment): string {
  return `\`${command}\`\n\n\`\`\`\n${text}\n\`\`\``;
}
