/** A record of named numbers: the type of `R` with every value a number. */
export type NamedNumbers<R> = { readonly [Name in keyof R]: number };

/** One value per record, in the order of the records. */
export type Column = readonly number[];

/** Records of named numbers, by name. */
export type Columns<R> = { readonly [Name in keyof R]: Column };

/** Turns records (at least one) into columns. */
export function columnsOf<R extends NamedNumbers<R>>(records: readonly R[]): Columns<R> {
  return byName(records, (column) => column) as Columns<R>;
}

/** Reduces each name's column to one number. At least one record. */
export function foldRecords<R extends NamedNumbers<R>>(
  records: readonly R[],
  fold: (column: Column) => number,
): NamedNumbers<R> {
  return byName(records, fold) as NamedNumbers<R>;
}

/** Element by element. */
export function plus(left: Column, right: Column): Column {
  return left.map((value, index) => value + (right[index] as number));
}

/** Element by element. */
export function minus(left: Column, right: Column): Column {
  return left.map((value, index) => value - (right[index] as number));
}

/** Element by element. */
export function times(left: Column, right: Column): Column {
  return left.map((value, index) => value * (right[index] as number));
}

function byName<R extends NamedNumbers<R>, T>(
  records: readonly R[],
  value: (column: Column) => T,
): Partial<Record<keyof R, T>> {
  const [first] = records;
  if (!first) throw new Error('no record, so no names');
  const result: Partial<Record<keyof R, T>> = {};
  for (const name of Object.keys(first) as (keyof R)[])
    result[name] = value(records.map((record) => record[name]));
  return result;
}
