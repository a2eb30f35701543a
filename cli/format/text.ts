import { bold, inColour } from './colours';
import { Severity } from '../../src/analysis/severity';
import { LocatedFinding, Report } from '../check/report';
import { printable } from '../printable';
import { BadInput } from '../read/bad-input';

/** Findings under the name of their object, for people; every line names its file, for editors. */
export function text(report: Report, coloured: boolean): string {
  const open = report.findings.filter(({ acknowledged }) => acknowledged === undefined);
  const lines: string[] = [];
  open.forEach((finding, i) => {
    if (finding.position !== open[i - 1]?.position) {
      const name = printable(finding.object);
      lines.push(...i === 0 ? [] : [''], coloured ? bold(name) : name);
    }
    const severity = coloured ? inColour(finding.severity, finding.severity) : finding.severity;
    lines.push(`${placeOf(finding.file, finding.line)}: ${severity} ${finding.id} ${printable(finding.message)}`);
  });
  return `${[...lines, ...lines.length > 0 ? [''] : [], summary(report, open)].join('\n')}\n`;
}

/** `file:line: document 2: what` */
export function badInputLine({ source, line, document, message }: BadInput): string {
  return `${placeOf(source, line)}: ${document === undefined ? '' : `document ${document}: `}${printable(message)}\n`;
}

function placeOf(file: string, line: number | undefined): string {
  return line === undefined ? printable(file) : `${printable(file)}:${line}`;
}

function summary({ findings, badInput, objects }: Report, open: readonly LocatedFinding[]): string {
  const of = (severity: Severity) => open.filter(finding => finding.severity === severity).length;
  const infos = of(Severity.INFO);
  const counts = [counted(of(Severity.ERROR), 'error'), counted(of(Severity.WARNING), 'warning'), ...infos === 0 ? [] : [`${infos} info`]];
  const acknowledged = findings.length - open.length;
  return [
    `${counts.slice(0, -1).join(', ')} and ${counts.at(-1)} in ${counted(objects, 'object')}`,
    ...acknowledged === 0 ? [] : [`${acknowledged} acknowledged`],
    ...badInput.length === 0 ? [] : [`${counted(badInput.length, 'problem')} with the input`],
  ].join('; ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
