import { pageOf } from './about';
import { ALL_CHECKS, checkOf } from './check/known-ids';
import { ExitCode } from './exit-code';
import { Io } from './io';
import { UsageError } from './usage-error';

/** `node-daemons explain`: the text of a check, or the list of all. */
export function explain(id: string | undefined, io: Io): ExitCode {
  if (id === undefined) {
    io.stdout(ALL_CHECKS.map(check => `${check.id}  ${check.severity.padEnd(7)}  ${check.title}\n`).join(''));
    return ExitCode.FINE;
  }
  const check = checkOf(id.toUpperCase());
  if (typeof check === 'string') {
    throw new UsageError(check);
  }
  const accepted = check.acknowledgeable ? 'It may be acknowledged with a reason.' : 'It cannot be acknowledged, only repaired.';
  io.stdout(`${check.id} ${check.title} (${check.severity})\n\n${wrapped(check.text)}\n\n${accepted}\n${pageOf(check.id)}\n`);
  return ExitCode.FINE;
}

const WIDTH = 100;

/** Paragraphs in lines of a width that can be read. */
function wrapped(text: string): string {
  return text.split('\n').map(paragraph => paragraph.split(' ').reduce((lines, word) => {
    const last = lines.at(-1)!;
    return last.length + word.length < WIDTH || last === '' ? [...lines.slice(0, -1), `${last} ${word}`.trimStart()] : [...lines, word];
  }, ['']).join('\n')).join('\n');
}
