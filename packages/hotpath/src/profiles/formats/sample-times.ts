/**
 * How long each sample stands for, µs: from when it was taken until the next was, the last until the end of the profile
 * (as Chrome's DevTools have it). `deltas` are the times between samples, the first from the beginning; they may be
 * negative, for V8 notes some samples late: samples then count in the order of their times.
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

/** Until the end of the profile; where that is unknown, as long as the others on average. */
function lastLength(last: number, times: Float64Array, totalUs: number | null): number {
  if (totalUs !== null && totalUs >= last) return totalUs - last;
  return times.length < 2 ? 0 : (last - (times[0] as number)) / (times.length - 1);
}
