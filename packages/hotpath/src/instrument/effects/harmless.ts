/*
 * What the language and Node offer that changes nothing its caller could see a second time: the specification's words
 * (ECMA-262) and Node's documentation, read name by name. A method counts by its name alone, so a class of the
 * program's own that gives one of these names another meaning would be misjudged.
 */

/** Functions of the global object, called or constructed. */
export const harmlessGlobals = new Set(
  'String Number Boolean BigInt Symbol parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent encodeURI decodeURI structuredClone Date Map Set WeakMap WeakSet Array Object Error TypeError RangeError AggregateError RegExp URL URLSearchParams TextEncoder TextDecoder Uint8Array Int32Array Float64Array ArrayBuffer DataView Intl.DateTimeFormat Intl.NumberFormat'.split(
    ' ',
  ),
);

/** Members of global objects; `Math.*` stands for all. */
export const harmlessMembers = new Set(
  'Math.* JSON.parse JSON.stringify Date.now Date.UTC Date.parse Object.keys Object.values Object.entries Object.fromEntries Object.create Object.hasOwn Object.is Object.getPrototypeOf Object.getOwnPropertyNames Object.groupBy Array.from Array.isArray Array.of Number.* String.* Symbol.for BigInt.asIntN Reflect.ownKeys Reflect.has Reflect.get performance.now process.hrtime process.hrtime.bigint process.memoryUsage crypto.randomUUID Buffer.from Buffer.alloc Buffer.byteLength Buffer.concat Intl.* Error.captureStackTrace'.split(
    ' ',
  ),
);

/** By module and name. */
export const harmlessImports = new Set(
  'crypto#randomUUID crypto#randomBytes crypto#createHash crypto#timingSafeEqual util#inspect util#format util#isDeepStrictEqual util#types path#* url#fileURLToPath url#pathToFileURL perf_hooks#performance'.split(
    ' ',
  ),
);

/** Methods that leave their object as it is, whatever it is. */
export const harmlessMethods = new Set(
  'toISOString toJSON toString toLocaleString valueOf getTime getTimezoneOffset getFullYear getMonth getDate getHours getMinutes getSeconds getMilliseconds slice substring substr concat join split replace replaceAll trim trimStart trimEnd padStart padEnd repeat startsWith endsWith includes indexOf lastIndexOf charAt charCodeAt codePointAt at localeCompare normalize toUpperCase toLowerCase match matchAll search toFixed toPrecision map filter reduce reduceRight some every find findIndex findLast findLastIndex flat flatMap keys values entries forEach toSorted toSpliced toReversed with hasOwnProperty isPrototypeOf get has byteLength subarray getStore'.split(
    ' ',
  ),
);

/** Methods that change their object and nothing else. */
export const ownChanges = new Set(
  'push pop shift unshift splice sort reverse fill copyWithin set add delete clear append update write encodeInto'.split(
    ' ',
  ),
);
