import { Quantity } from '../quantity';

const MAX_MILLI = (2n ** 63n - 1n) / 1000n;

/** Amounts as a LimitRange compares them: in thousandths where all of them fit, rounded up to whole numbers where one does not. */
export function inOneUnit(...amounts: readonly (Quantity | undefined)[]): bigint[] {
  const all = amounts.map((amount) => amount ?? Quantity.ZERO);
  const whole = all.map((amount) => amount.value());
  return whole.every((value) => value <= MAX_MILLI) ? all.map((amount) => amount.milliValue()) : whole;
}

/** Whether a limit is more times the request than is allowed, to the digit that the API server sees. */
export function exceedsRatio(ratio: number, allowed: Quantity): boolean {
  const value = allowed.value();
  return value <= MAX_MILLI ? ratio * 1000 > Number(allowed.milliValue()) : ratio > Number(value);
}
