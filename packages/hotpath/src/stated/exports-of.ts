export type Members = Readonly<Record<string, unknown>>;

/** The values that a module exports, by name. Of CommonJS that includes properties of `module.exports` that Node does not find in its text. */
export function exportsOf(namespace: object): Members {
  const { default: whole, ...named } = namespace as Members;
  if (!isContainer(whole)) return namespace as Members;
  const main = whole.__esModule && 'default' in whole ? whole.default : whole;
  const further = Object.fromEntries(memberNames(whole).map((name) => [name, whole[name]]));
  return { ...further, ...named, default: main };
}

export function isContainer(value: unknown): value is Members {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

const hidden = new Set(
  ['constructor', 'length', 'name', 'prototype', 'arguments', 'caller'].concat([
    '__esModule',
    'module.exports',
  ]),
);

/** Names that a program can write after a value and a dot, of its own and of its classes. */
export function memberNames(value: unknown): string[] {
  const names = new Set<string>();
  for (let of = value; isContainer(of) && !bases.includes(of); of = Object.getPrototypeOf(of))
    for (const name of Object.getOwnPropertyNames(of)) names.add(name);
  return [...names].filter((name) => !hidden.has(name));
}

const bases: readonly unknown[] = [Object.prototype, Function.prototype, Array.prototype];
