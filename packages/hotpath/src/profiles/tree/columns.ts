/** A growing array of numbers outside the JavaScript heap. */
export interface Column<Numbers> {
  push(value: number): void;
  at(index: number): number;
  set(index: number, value: number): void;
  length(): number;
  /** A copy of the pushed numbers, of exact length. */
  done(): Numbers;
}

type TypedNumbers = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

const firstLength = 1024;

function growing<Numbers extends TypedNumbers>(make: (length: number) => Numbers): Column<Numbers> {
  let values = make(firstLength);
  let used = 0;
  return {
    push(value) {
      if (used === values.length) {
        const larger = make(2 * used);
        larger.set(values);
        values = larger;
      }
      values[used++] = value;
    },
    at: (index) => values[index] as number,
    set(index, value) {
      values[index] = value;
    },
    length: () => used,
    done() {
      const own = make(used);
      own.set(values.subarray(0, used));
      return own;
    },
  };
}

export function growingInts(): Column<Int32Array<ArrayBuffer>> {
  return growing((length) => new Int32Array(length));
}

export function growingFloats(): Column<Float64Array<ArrayBuffer>> {
  return growing((length) => new Float64Array(length));
}
