import type { Estimate } from 'hotpath/cli';
import type { Evidence } from './evidence.js';
import { documentName, tablesName } from './file-names.js';
import { markdownTable } from './markdown-table.js';
import type { CostStudy } from './run-cost-study.js';
import { time, timeWithError } from './words.js';

/** The part of hotpath/copies@1 that is read here. */
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

/** The part of hotpath/errors@1 that is read here. */
interface ErrorsData {
  readonly costs: readonly {
    readonly depth: number;
    readonly limit: number;
    readonly async: boolean;
    readonly sourceMaps: boolean;
    readonly phases: readonly { readonly name: string; readonly time: Estimate }[];
  }[];
}

/** Each method by each payload. A document of its own has the tables with intervals and bytes. */
export function copiesSection(study: CostStudy): string {
  const { payloads } = study.data as CopiesData;
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
  return `${table}\n\n[All tables of copies](${tablesName}#copies) add intervals, bytes, and what each method keeps.`;
}

const phases = ['throw and catch', 'first .stack', 'serializer alone', 'serializer, with .stack'];

/** The phases of an error whose stack is as deep as its calls. A document of its own has all other conditions. */
export function errorsSection(study: CostStudy): string {
  const { costs } = study.data as ErrorsData;
  const deep = costs.filter((one) => one.limit === one.depth && !one.async && !one.sourceMaps);
  const lines = phases.map((phase) => [
    phase,
    ...deep.map(({ phases: own }) => {
      const found = own.find(({ name }) => name === phase);
      return found ? timeWithError(found.time) : '?';
    }),
  ]);
  const table = markdownTable(['Phase', ...deep.map(({ depth }) => `${depth} deep`)], lines);
  return `${table}\n\n[All tables of errors](${tablesName}#errors) add async stacks, source maps, causes, aggregates, and a stack limit of 10.`;
}

/** All that the cost studies printed. */
export function tablesDocument({ copies, errors }: Pick<Evidence, 'copies' | 'errors'>): string {
  return `${[
    '# Copies and errors: all tables',
    `These tables belong to [the findings](${documentName}.md) and come from the same run.`,
    '## Copies',
    printed(copies),
    '## Errors',
    printed(errors),
  ].join('\n\n')}\n`;
}

function printed({ command, text }: CostStudy): string {
  return `\`${command}\`\n\n\`\`\`\n${text}\n\`\`\``;
}
