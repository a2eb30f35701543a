/* eslint-disable @typescript-eslint/no-require-imports */
import type { Report } from './check/report';
import type { Io } from './io';

/** What few runs need is loaded when they do, so that the others start at once. `check` is not here: bundled as lazy code it would be slower. */
export const lazy = {
  explain: (id: string | undefined, io: Io) => (require('./explain') as typeof import('./explain')).explain(id, io),
  completion: (shell: string, io: Io) => (require('./completion/completion') as typeof import('./completion/completion')).completion(shell, io),
  parseConfig: (text: string, file: string) => (require('./config/parse-config') as typeof import('./config/parse-config')).parseConfig(text, file),
  sarif: (report: Report, cwd: string) => (require('./format/sarif') as typeof import('./format/sarif')).sarif(report, cwd),
  json: (report: Report) => (require('./format/json') as typeof import('./format/json')).json(report),
};
