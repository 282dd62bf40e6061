import { type Fields, NO_FIELDS } from './context.js';
import { describe } from './describe.js';

/**
 * Merges bound values and values of the call into a new object; those of the call win. Spread defines properties instead
 * of assigning them, so an own key `__proto__` stays a key. Never throws: if a getter throws, only its value is lost.
 */
export function mergeFields(bound: Fields, extra: Fields | undefined): Fields {
  try {
    return bound === NO_FIELDS ? { ...extra } : { ...bound, ...extra };
  } catch {
    return { ...readableFields(bound), ...readableFields(extra ?? NO_FIELDS) };
  }
}

function readableFields(fields: Fields): Fields {
  try {
    return Object.fromEntries(Object.keys(fields).map((key) => [key, readField(fields, key)]));
  } catch (error) {
    return { unreadable: `[unreadable: ${describe(error)}]` };
  }
}

function readField(fields: Fields, key: string): unknown {
  try {
    return fields[key];
  } catch (error) {
    return `[unreadable: ${describe(error)}]`;
  }
}
