/**
 * A typical hand-written deep copy of payloads: it copies plain objects, arrays, Dates and Maps, and shares everything else.
 * It loses prototypes, and never ends on cycles, because it does not remember what it has copied.
 */
export function copyDeep(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return copyArray(value);
  if (value instanceof Date) return new Date(value.getTime());
  if (value instanceof Map) return copyMap(value);
  if (value instanceof Set || ArrayBuffer.isView(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const key in value) {
    if (Object.hasOwn(value, key)) copy[key] = copyDeep((value as Record<string, unknown>)[key]);
  }
  return copy;
}

function copyArray(array: readonly unknown[]): unknown[] {
  const copy = new Array<unknown>(array.length);
  for (let index = 0; index < array.length; index++) copy[index] = copyDeep(array[index]);
  return copy;
}

function copyMap(map: ReadonlyMap<unknown, unknown>): Map<unknown, unknown> {
  const copy = new Map<unknown, unknown>();
  for (const [key, value] of map) copy.set(copyDeep(key), copyDeep(value));
  return copy;
}
