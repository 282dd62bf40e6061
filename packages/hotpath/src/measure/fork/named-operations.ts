import type { NamedOperation } from '../../model/path/operation.js';

type Run = (context: unknown) => unknown;

/** The operations that a specification names in addition to its path: `operations`, `floor` and `rowFloors`. `wrong` throws. */
export function namedOperations(
  spec: Readonly<Record<string, unknown>>,
  wrong: (what: string) => never,
): { readonly operations: Readonly<Record<string, Run>>; readonly named: readonly NamedOperation[] } {
  const found: (readonly [NamedOperation, Run])[] = [];
  const add = (key: string, value: unknown, named: Omit<NamedOperation, 'name'>): void => {
    for (const [name, run] of Object.entries(members(key, value, wrong))) {
      if (typeof run !== 'function') wrong(`has a \`${key}\` whose \`${name}\` is not a function`);
      found.push([{ ...named, id: `${named.id}/${name}`, name }, run as Run]);
    }
  };
  add('operations', spec.operations, { id: 'operation', kind: 'beside', row: null });
  add('floor', spec.floor, { id: 'floor', kind: 'floor', row: null });
  for (const [row, value] of Object.entries(members('rowFloors', spec.rowFloors, wrong)))
    add(`rowFloors.${row}`, value, { id: `floor of ${row}`, kind: 'floor', row });
  return {
    operations: Object.fromEntries(found.map(([{ id }, run]) => [id, run])),
    named: found.map(([named]) => named),
  };
}

function members(key: string, value: unknown, wrong: (what: string) => never): Record<string, unknown> {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return wrong(`has a \`${key}\` that is not an object of functions`);
  return value as Record<string, unknown>;
}
