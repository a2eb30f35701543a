import { LocatedFinding } from './report';
import { Analysis } from '../../src/analysis/analysis';
import { AnalysisOptions } from '../../src/analysis/analysis-options';
import { REPOSITORY } from '../about';
import { BadInput } from '../read/bad-input';
import { Manifest } from '../read/manifest';

export interface Analysed {
  readonly findings: readonly LocatedFinding[];
  /** Manifests on which the analysis itself fails; the others are analysed without them. */
  readonly bad: readonly BadInput[];
}

/** The findings about manifests, and where each of them stands. */
export function analyse(manifests: readonly Manifest[], options: AnalysisOptions): Analysed {
  try {
    return { findings: located(manifests, options), bad: [] };
  } catch (error) {
    const failing = manifests.flatMap(manifest => {
      const reason = failureOf(manifest, options);
      return reason === undefined ? [] : [{ manifest, reason }];
    });
    if (failing.length === 0) {
      throw error;
    }
    const rest = manifests.filter(manifest => !failing.some(failed => failed.manifest === manifest));
    return {
      findings: located(rest, options),
      bad: failing.map(({ manifest, reason }) => ({
        source: manifest.source,
        line: manifest.lineOf(),
        document: manifest.document,
        message: `it cannot be analysed (${reason}): please report it with the manifest at ${REPOSITORY}/issues`,
      })),
    };
  }
}

function located(manifests: readonly Manifest[], options: AnalysisOptions): LocatedFinding[] {
  return Analysis.of(manifests.map(({ object }) => object), options).findings.map(finding => {
    const manifest = manifests[finding.position];
    return { ...finding, file: manifest.source, document: manifest.document, line: manifest.lineOf(finding.field) };
  });
}

function failureOf({ object }: Manifest, options: AnalysisOptions): string | undefined {
  try {
    Analysis.of([object], options);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
