import { boundNames } from '../syntax/bindings.js';
import { type Node, walk } from '../syntax/parse.js';

/**
 * Which variables may decide how long loops go on: those that stand in a condition inside the outermost loop, and those
 * from which these are computed. All of them if a condition calls a function, because the function may read any.
 */
export function mayControl(loop: Node): (name: string) => boolean {
  if (conditionsIn(loop).some(calls)) return () => true;
  const names = decidingIn(loop);
  return (name) => names.has(name);
}

/** A whole file is asked about once for each of its regions. */
const known = new WeakMap<Node, ReadonlySet<string>>();

/** The names in conditions below a node, and those from which these are computed there. */
export function decidingIn(root: Node): ReadonlySet<string> {
  const found = known.get(root) ?? findDeciding(root);
  known.set(root, found);
  return found;
}

function findDeciding(root: Node): ReadonlySet<string> {
  const names = new Set(conditionsIn(root).flatMap(namesIn));
  const assignments = assignmentsIn(root);
  for (let before = -1; before < names.size; ) {
    before = names.size;
    for (const { targets, value } of assignments)
      if (targets.some((name) => names.has(name))) for (const name of namesIn(value)) names.add(name);
  }
  return names;
}

function conditionsIn(loop: Node): Node[] {
  const conditions: Node[] = [];
  walk(loop, (node) => {
    if ('test' in node && node.test) conditions.push(node.test as Node);
    if (node.type === 'SwitchStatement') conditions.push(node.discriminant);
    if (node.type === 'LogicalExpression') conditions.push(node.left);
    return undefined;
  });
  return conditions;
}

interface Assignment {
  readonly targets: readonly string[];
  readonly value: Node;
}

function assignmentsIn(loop: Node): Assignment[] {
  const assignments: Assignment[] = [];
  walk(loop, (node) => {
    if (node.type === 'AssignmentExpression')
      assignments.push({ targets: boundNames(node.left), value: node.right });
    if (node.type === 'VariableDeclarator' && node.init)
      assignments.push({ targets: boundNames(node.id), value: node.init });
    return undefined;
  });
  return assignments;
}

function calls(condition: Node): boolean {
  let found = false;
  walk(condition, ({ type }) => {
    found ||= type === 'CallExpression' || type === 'NewExpression' || type === 'AwaitExpression';
    return undefined;
  });
  return found;
}

function namesIn(expression: Node): string[] {
  const names: string[] = [];
  walk(expression, (node) => {
    if (node.type === 'Identifier') names.push(node.name);
    return undefined;
  });
  return names;
}
