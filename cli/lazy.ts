/* eslint-disable @typescript-eslint/no-require-imports */
import type { CheckOptions } from './check/options';
import type { Report } from './check/report';
import type { Io } from './io';

/** What is loaded when it is needed, so that a command starts as fast as it can. */
export const lazy = {
  check: (paths: readonly string[], options: CheckOptions, io: Io) => (require('./check/run') as typeof import('./check/run')).check(paths, options, io),
  explain: (id: string | undefined, io: Io) => (require('./explain') as typeof import('./explain')).explain(id, io),
  completion: (shell: string, io: Io) => (require('./completion/completion') as typeof import('./completion/completion')).completion(shell, io),
  parseConfig: (text: string, file: string) => (require('./config/parse-config') as typeof import('./config/parse-config')).parseConfig(text, file),
  sarif: (report: Report, cwd: string) => (require('./format/sarif') as typeof import('./format/sarif')).sarif(report, cwd),
  json: (report: Report) => (require('./format/json') as typeof import('./format/json')).json(report),
};
