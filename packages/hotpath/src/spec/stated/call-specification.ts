/** A path that calls one exported function. */
export interface StatedCall {
  /** What the path is called in reports. */
  readonly name: string;
  /** The module as the user wrote it. */
  readonly module: string;
  /** What to import. */
  readonly specifier: string;
  /** Names from the export to the function: `match`, `Router.match`, `Router.prototype.match`. */
  readonly target: string;
  /** Numbers of arguments of each call; operations make one call after another. */
  readonly lengths: readonly number[];
  /** The folder in which the user is. */
  readonly folder: string;
}

/** What the text of a specification refers to. */
interface References {
  /** URL of hotpath's modules for such specifications. */
  readonly stated: string;
  /** Name of the file of its arguments, in the same folder. */
  readonly argumentsFile: string;
}

/** The text of a specification, in JavaScript. */
export function callSpecification(call: StatedCall, { stated, argumentsFile }: References): string {
  const { name, module, specifier, target, folder } = call;
  const isMethod = target.includes('.prototype.');
  const find = isMethod ? 'findMethod' : 'findTarget';
  const words = [module, target].map((word) => JSON.stringify(word)).join(', ');
  return `import { readArguments } from ${JSON.stringify(`${stated}argument-lists.js`)};
import { ${find} } from ${JSON.stringify(`${stated}find-target.js`)};
import { loadModule } from ${JSON.stringify(`${stated}load-module.js`)};

const module = await loadModule(() => import(${JSON.stringify(specifier)}), ${JSON.stringify(module)}, ${JSON.stringify(folder)});
const given = readArguments(new URL(${JSON.stringify(argumentsFile)}, import.meta.url), ${JSON.stringify(name)});
${isMethod ? 'let owner;' : `const { owner, call } = ${find}(module, ${words});`}
let next = 0;

export default {
  name: ${JSON.stringify(name)},
  setup() {${isMethod ? `\n    ({ owner } = ${find}(module, ${words}, given.construction));` : ''}
    return given.lists${call.lengths.length === 1 ? '[0]' : ''};
  },
  ${runCode(call)},
  teardown: () => given.check(),
};
`;
}

/** `run`: calls with fixed numbers of arguments, which V8 can inline. It never inlines a call with a spread. */
function runCode({ target, lengths }: StatedCall): string {
  const key = target.split('.').at(-1) as string;
  const callee = target.includes('.') ? `owner[${JSON.stringify(key)}]` : 'call';
  const [only, ...others] = [...new Set(lengths)].sort((a, b) => a - b) as [number, ...number[]];
  if (lengths.length === 1) return `run: (list) => ${callCode(callee, only)}`;
  return [
    'run(lists) {',
    '    const list = lists[next];',
    `    next = next === ${lengths.length - 1} ? 0 : next + 1;`,
    ...others.map((length) => `    if (list.length === ${length + 1}) return ${callCode(callee, length)};`),
    `    return ${callCode(callee, only)};`,
    '  }',
  ].join('\n');
}

function callCode(callee: string, length: number): string {
  const values = Array.from({ length }, (_, index) => `list[${index + 1}]`);
  return `${callee}(${values.join(', ')})`;
}
