import { Quantity } from '../kubernetes/quantity';

/** A memory amount in bytes; undefined where it is none. */
export function bytesOf(amount: string): number | undefined {
  const read = Quantity.read(amount);
  return typeof read === 'string' ? undefined : Number(read.value());
}

/** A memory amount in whole mebibytes, rounded down; undefined where it is none. */
export function mebibytesOf(amount: string): number | undefined {
  const read = Quantity.read(amount);
  return typeof read === 'string' ? undefined : Number(read.value() / 1048576n);
}
