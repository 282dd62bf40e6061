/** Weights as whole numbers with the same sum, to half a unit: what is lost by rounding one is carried to the next. */
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
