const FORMAT = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))| (\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d+)?)?$/;

/** Whether Go's library takes a text for a point in time, which stays text. */
export function isTimestamp(text: string): boolean {
  const found = FORMAT.exec(text);
  if (found === null) { return false; }
  const [year, month, day, hour, minute, second] = [...found.slice(1, 4), ...found[4] === undefined ? found.slice(7, 10) : found.slice(4, 7)].map((part = '0') => Number(part));
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return isDay && hour < 24 && minute < 60 && second < 60;
}
