/** The same value without a folder's path in its texts, so that what is published names no machine. */
export function withoutRoot<Value>(value: Value, root: string): Value {
  return changed(value, (text) => text.replaceAll(root, '')) as Value;
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => changed(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, changed(item, change)]));
}
