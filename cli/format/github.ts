import { fileFrom } from './file-from';
import { Severity } from '../../src/analysis/severity';
import { Report } from '../check/report';

const COMMANDS = { [Severity.ERROR]: 'error', [Severity.WARNING]: 'warning', [Severity.INFO]: 'notice' };

/** Workflow commands that GitHub shows beside the lines of a pull request. */
export function github({ findings, badInput }: Report, cwd: string): string {
  const open = findings.filter(({ acknowledged }) => acknowledged === undefined);
  return [
    ...badInput.map(({ source, line, document, message }) => command('error', fileFrom(cwd, source), line, 'bad input',
      document === undefined ? message : `document ${document}: ${message}`)),
    ...open.map(({ severity, file, line, id, object, message }) => command(COMMANDS[severity], fileFrom(cwd, file), line, id, `${object}: ${message}`)),
  ].join('');
}

function command(name: string, file: string, line: number | undefined, title: string, message: string): string {
  const properties = Object.entries({ file, line, title }).filter(([, value]) => value !== undefined);
  return `::${name} ${properties.map(([key, value]) => `${key}=${escapedProperty(String(value))}`).join(',')}::${escaped(message)}\n`;
}

function escaped(data: string): string {
  return data.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(value: string): string {
  return escaped(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
