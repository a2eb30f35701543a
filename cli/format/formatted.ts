import { hasColours } from './colours';
import { github } from './github';
import { text } from './text';
import { Format } from '../check/options';
import { Report } from '../check/report';
import { Io } from '../io';
import { lazy } from '../lazy';

/** The report as standard output has it. */
export function formatted(report: Report, format: Format, io: Io): string {
  switch (format) {
    case 'json': return lazy.json(report);
    case 'sarif': return lazy.sarif(report, io.cwd);
    case 'github': return github(report, io.cwd);
    case 'text': return text(report, hasColours(io));
  }
}
