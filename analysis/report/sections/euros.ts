/** Axes of money reach at least so far on both sides: a few euros are not drawn as a leap. */
export const leastEuros = 1000;
