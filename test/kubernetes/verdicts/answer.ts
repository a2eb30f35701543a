import { changed } from './changes';
import type { Verdict } from './verdict';
import type { Problem, Verdict as Answer } from '../differential/judge';

/** The judge's answer again, from what was kept of it. */
export function answerOf(verdict: Verdict, manifest: unknown): Answer {
  const { accepted, decodeErrors, errors, podErrors, warnings, defaults } = verdict;
  return {
    accepted: accepted || podErrors !== undefined,
    stage: decodeErrors ? 'decode' : undefined,
    decodeErrors: decodeErrors && [...decodeErrors],
    errors: errors as Problem[],
    warnings: warnings && [...warnings],
    defaulted: defaults && changed(manifest, defaults) as Answer['defaulted'],
    pod: { accepted: podErrors === undefined, errors: podErrors as Problem[] },
  };
}
