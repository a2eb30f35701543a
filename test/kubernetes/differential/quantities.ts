import * as fc from 'fast-check';
import type { Disagreement } from './comparison';
import type { Judge } from './judge';
import { Quantity } from '../../../src/kubernetes/quantity';

interface Reading { readonly canonical?: string; readonly milli?: string; readonly error?: string }

const SUFFIXES = ['', '', 'n', 'u', 'm', 'k', 'M', 'G', 'T', 'P', 'E', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'e3', 'E-3', 'e+2', 'e0', 'e20', 'E-12', 'K', 'ki', 'e', 'e1.5', 'i', 'mi'];

/** Texts that are quantities or nearly. */
export function quantityTexts(): fc.Arbitrary<string[]> {
  const digits = fc.array(fc.constantFrom(...'0000123456789'), { maxLength: 22 }).map((list) => list.join(''));
  const few = fc.nat(2000).map(String);
  const number = fc.oneof(few, digits, fc.constantFrom('9223372036854775807', '9223372036854775808', '1', '0', '999', '1000', '1024'));
  const fraction = fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 2, arbitrary: fc.oneof(few, digits).map((text) => `.${text}`) });
  const text = fc.tuple(fc.constantFrom('', '', '', '+', '-'), number, fraction, fc.constantFrom(...SUFFIXES)).map((parts) => parts.join(''));
  return fc.array(text, { minLength: 1, maxLength: 10 });
}

/** Compares how texts are read as quantities, written again and rounded to thousandths. */
export async function compareQuantities(judge: Judge, texts: string[]): Promise<Disagreement | undefined> {
  const theirs = (await judge.ask<{ quantities: Reading[] }>({ op: 'quantities', texts })).quantities;
  for (const [i, text] of texts.entries()) {
    const quantity = Quantity.read(text);
    const ours = typeof quantity === 'string' ? {} : { canonical: quantity.add(Quantity.ZERO).toString(), milli: String(quantity.milliValue()) };
    const { canonical, milli } = theirs[i];
    // Kubernetes' own MilliValue has 64 bits and rounds what is negative otherwise; the judge is exact.
    const isSame = ours.canonical === canonical && (milli === undefined || !isOrdinary(BigInt(milli)) || ours.milli === milli);
    if (!isSame) { return { about: 'quantities', ours: { text, ...ours }, judge: theirs[i] }; }
  }
  return undefined;
}

function isOrdinary(value: bigint): boolean {
  return value >= 0n && BigInt.asIntN(64, value) === value;
}
