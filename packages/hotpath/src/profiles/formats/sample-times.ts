/**
 * The duration of each sample, in µs: until the next sample, and until the end of the profile for the last one, as in
 * Chrome's DevTools. `deltas` are the times between samples, the first one since the start of the profile. A delta can
 * be negative, because V8 records some samples late. Samples are then ordered by time.
 */
export function sampleTimes(deltas: Float64Array, totalUs: number | null): Float64Array {
  const times = new Float64Array(deltas.length);
  let isSorted = true;
  let now = 0;
  for (let sample = 0; sample < deltas.length; sample++) {
    const delta = deltas[sample] as number;
    if (delta < 0 && sample > 0) isSorted = false;
    now += delta;
    times[sample] = now;
  }
  return isSorted ? lengthsInOrder(times, totalUs) : lengthsByTime(times, totalUs);
}

function lengthsInOrder(times: Float64Array, totalUs: number | null): Float64Array {
  const lengths = new Float64Array(times.length);
  for (let sample = 0; sample + 1 < times.length; sample++)
    lengths[sample] = (times[sample + 1] as number) - (times[sample] as number);
  const last = times.length - 1;
  if (last >= 0) lengths[last] = lastLength(times[last] as number, times, totalUs);
  return lengths;
}

function lengthsByTime(times: Float64Array, totalUs: number | null): Float64Array {
  const order = Uint32Array.from(times, (_, sample) => sample);
  order.sort((a, b) => (times[a] as number) - (times[b] as number) || a - b);
  const sorted = lengthsInOrder(
    Float64Array.from(order, (sample) => times[sample] as number),
    totalUs,
  );
  const lengths = new Float64Array(times.length);
  order.forEach((sample, place) => {
    lengths[sample] = sorted[place] as number;
  });
  return lengths;
}

/** The time until the end of the profile; if that is unknown, the mean duration of the other samples. */
function lastLength(last: number, times: Float64Array, totalUs: number | null): number {
  if (totalUs !== null && totalUs >= last) return totalUs - last;
  return times.length < 2 ? 0 : (last - (times[0] as number)) / (times.length - 1);
}
