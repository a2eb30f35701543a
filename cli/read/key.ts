import type { Scalar } from './scalar';

const MOST = 2n ** 63n - 1n;

/** A key of a map as JSON has it, for JSON knows only text; undefined where it has none. */
export function keyText(key: Scalar): string | undefined {
  switch (typeof key) {
    case 'string': return key;
    case 'boolean': return String(key);
    case 'number': return floatText(key);
    case 'bigint': return key > MOST ? undefined : String(key);
    default: return undefined;
  }
}

/** As Go writes a number of 32 bits in the shortest way: `1.5`, `1e+06`. */
function floatText(value: number): string {
  if (Number.isNaN(value)) { return '.nan'; }
  const narrow = Math.fround(value);
  if (!Number.isFinite(narrow)) { return narrow > 0 ? '.inf' : '-.inf'; }
  if (narrow === 0) { return Object.is(narrow, -0) ? '-0' : '0'; }
  const [digits, power] = shortest(narrow).split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) { return Number(`${digits}e${power}`).toString(); }
  return `${digits}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

function shortest(narrow: number): string {
  for (let digits = 0; digits < 9; digits++) {
    const text = narrow.toExponential(digits);
    if (Math.fround(Number(text)) === narrow) { return text; }
  }
  return narrow.toExponential();
}
