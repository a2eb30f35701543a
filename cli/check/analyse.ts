import { Facts, LocatedFinding } from './report';
import { Analysis } from '../../src/analysis/analysis';
import { AnalysisOptions } from '../../src/analysis/analysis-options';
import { REPOSITORY } from '../about';
import { BadInput } from '../read/bad-input';
import { Manifest } from '../read/manifest';

export interface Analysed {
  readonly findings: readonly LocatedFinding[];
  readonly facts?: Facts;
  /** Manifests on which the analysis itself fails; the others are analysed without them. */
  readonly bad: readonly BadInput[];
}

export interface AnalyseOptions extends AnalysisOptions {
  readonly withFacts: boolean;
}

/** The findings about manifests, and where each of them stands. */
export function analyse(manifests: readonly Manifest[], options: AnalyseOptions): Analysed {
  try {
    return { ...located(manifests, options), bad: [] };
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
      ...located(rest, options),
      bad: failing.map(({ manifest, reason }) => ({
        source: manifest.source,
        line: manifest.lineOf(),
        document: manifest.document,
        message: `it cannot be analysed (${reason}): please report it with the manifest at ${REPOSITORY}/issues`,
      })),
    };
  }
}

function located(manifests: readonly Manifest[], { withFacts, ...options }: AnalyseOptions): Pick<Analysed, 'findings' | 'facts'> {
  const analysis = Analysis.of(manifests.map(({ object }) => object), options);
  const place = (position: number, field?: string) => {
    const manifest = manifests[position];
    return { file: manifest.source, document: manifest.document, line: manifest.lineOf(field) };
  };
  return {
    findings: analysis.findings.map(finding => ({ ...finding, ...place(finding.position, finding.field) })),
    facts: withFacts ? {
      daemons: analysis.daemons.map(({ position, ...facts }) => ({ ...facts, ...place(position) })),
      namespaces: analysis.namespaces,
    } : undefined,
  };
}

function failureOf(manifest: Manifest, options: AnalyseOptions): string | undefined {
  try {
    located([manifest], options);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
