/** Rounds weights (times `scale`) to integers. The rounding error is carried to the next weight, so the sum is right to half a unit. */
export function wholeWeights(weights: Float64Array, scale = 1): Float64Array {
  let exact = 0;
  let given = 0;
  return weights.map((weight) => {
    exact += weight * scale;
    const whole = Math.max(0, Math.round(exact) - given);
    given += whole;
    return whole;
  });
}
