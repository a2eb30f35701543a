const shape = /^(\d{4})-(\d\d)-(\d\d)T(\d{1,2}):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|([+-])(\d\d):(\d\d))$/;

/**
 * A time as the API server gives it back, in UTC and whole seconds; nothing when it cannot be read.
 *
 * @see https://pkg.go.dev/k8s.io/apimachinery@v0.37.1/pkg/apis/meta/v1#Time.UnmarshalJSON
 */
export function readTimestamp(text: string): string | undefined {
  const match = shape.exec(text);
  if (match === null) { return undefined; }
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  const [zoneHour, zoneMinute] = match[7] === undefined ? [0, 0] : [Number(match[8]), Number(match[9])];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59) { return undefined; }
  if (zoneHour > 24 || zoneMinute > 60) { return undefined; }
  const offset = (zoneHour * 60 + zoneMinute) * (match[7] === '-' ? -1 : 1);
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  time.setUTCHours(hour, minute - offset, second);
  const written = time.toISOString();
  return written.startsWith('0') || /^\d{4}-/.test(written) ? `${written.slice(0, 19)}Z` : undefined;
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}
