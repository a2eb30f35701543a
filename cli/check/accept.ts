import { LocatedFinding } from './report';
import { Acknowledgement, Config } from '../config/config';

export interface Accepted {
  readonly findings: readonly LocatedFinding[];
  /** Acknowledgements of the configuration that no finding needs. */
  readonly unused: readonly Acknowledgement[];
}

/** The findings without those that nobody wants to see, and with the reasons of the configuration. */
export function accept(findings: readonly LocatedFinding[], config: Config, ignored: readonly string[]): Accepted {
  const without = new Set([...ignored, ...config.ignore]);
  const rules = config.acknowledge.map(rule => ({ rule, matches: wildcard(rule.object) }));
  const used = new Set<Acknowledgement>();
  const accepted = findings.filter(({ id }) => !without.has(id)).map(finding => {
    const matching = rules.filter(({ rule, matches }) => rule.id === finding.id && finding.acknowledgeable && matches.test(finding.object));
    matching.forEach(({ rule }) => used.add(rule));
    // The reason in the manifest stands nearer.
    return finding.acknowledged !== undefined || matching.length === 0 ? finding
      : { ...finding, acknowledged: matching[0].rule.reason, isAcknowledgedBeside: true };
  });
  return { findings: accepted, unused: config.acknowledge.filter(rule => !used.has(rule) && !without.has(rule.id)) };
}

function wildcard(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/[.*+?^${}()|[\]\\]/g, letter => letter === '*' ? '.*' : `\\${letter}`)}$`, 's');
}
