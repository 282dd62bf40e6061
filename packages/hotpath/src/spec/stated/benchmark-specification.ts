import { standInMark } from '../../model/path/benchmark-libraries.js';

/** A benchmark file. */
export interface BenchmarkFile {
  /** As the user wrote it. */
  readonly word: string;
  /** URL of the file. */
  readonly url: string;
  /** URL of the folder of hotpath's modules for such specifications. */
  readonly stated: string;
}

/** A specification whose operations are named after the cases of a file. */
export function caseListSpecification(file: BenchmarkFile): string {
  return `${loading(file, 'summaries')}
export default { name: 'cases', run() {}, operations: summaries(cases) };
`;
}

/** A case of a benchmark file. */
export interface NumberedCase {
  readonly name: string;
  /** Its number in the file, from 0. */
  readonly index: number;
  readonly names: readonly string[];
  readonly hooks: { readonly before: boolean; readonly after: boolean; readonly isAsync: boolean };
}

/** The specification of one case. What the library runs before and after each operation is a row. */
export function caseSpecification(file: BenchmarkFile, own: NumberedCase): string {
  const { name, index, names, hooks } = own;
  const hasHooks = hooks.before || hooks.after;
  return `${loading(file, 'caseAt, openCase')}
const own = caseAt(cases, ${index}, ${JSON.stringify(names)}, ${JSON.stringify(file.word)});
let opened;

export default {
  name: ${JSON.stringify(name)},
  async setup() {
    opened = await openCase(own);
    return opened${hasHooks ? '' : '.run'};
  },
  ${hasHooks ? runWithHooks(hooks) : 'run: (operation) => operation(),'}
  teardown: () => opened.close(),
};
`;
}

function runWithHooks({ before, after, isAsync }: NumberedCase['hooks']): string {
  const wait = isAsync ? 'await ' : '';
  const hook = (key: string): string[] => [
    `    // #region ${key} each operation`,
    `    ${wait}opened.${key}();`,
    '    // #endregion',
  ];
  return [
    `${isAsync ? 'async ' : ''}run(opened) {`,
    ...(before ? hook('before') : []),
    `    const result = ${wait}opened.run();`,
    ...(after ? hook('after') : []),
    '    return result;',
    '  },',
  ].join('\n');
}

function loading({ word, url, stated }: BenchmarkFile, taken: string): string {
  return `${standInMark}
import { ${taken} } from ${JSON.stringify(`${stated}benchmarks/case-path.js`)};
import { loadCases } from ${JSON.stringify(`${stated}benchmarks/load-cases.js`)};

const cases = await loadCases(() => import(${JSON.stringify(url)}), ${JSON.stringify(word)});`;
}
