import { hasColours } from './colours';
import { github } from './github';
import { json } from './json';
import { sarif } from './sarif';
import { text } from './text';
import { Format } from '../check/options';
import { Report } from '../check/report';
import { Io } from '../io';

/** The report as standard output has it. */
export function formatted(report: Report, format: Format, io: Io): string {
  switch (format) {
    case 'json': return json(report);
    case 'sarif': return sarif(report, io.cwd);
    case 'github': return github(report, io.cwd);
    case 'text': return text(report, hasColours(io));
  }
}
