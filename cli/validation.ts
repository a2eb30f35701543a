import { readFileSync } from 'fs';
import { analyse } from './check/analyse';
import { ALL_CHECKS, checkOf } from './check/known-ids';
import { LocatedFinding } from './check/report';
import { badInputLine } from './format/text';
import { fsReason } from './input/fs-error';
import { BadInput } from './read/bad-input';
import { Manifest } from './read/manifest';
import { readText } from './read/read-text';
import { UsageError } from './usage-error';
import { Severity } from '../src/analysis/severity';

/** The `properties` of the validation in cdk8s.yaml. */
export interface ValidationProperties {
  readonly failOn?: 'error' | 'warning';
  readonly kubernetesVersion?: string;
  readonly ignore?: readonly string[];
}

/** What cdk8s-cli gives a validation: https://cdk8s.io/docs/latest/cli/synth/#validations */
export interface ValidationContext {
  /** Paths of the synthesized files. */
  readonly manifests: readonly string[];
  readonly report: {
    addViolation(violation: Violation): void;
    submit(status: 'success' | 'failure'): void;
  };
}

interface Violation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: readonly { readonly resourceName: string; readonly locations: readonly string[]; readonly manifestPath: string }[];
}

const KNOWN = ['failOn', 'kubernetesVersion', 'ignore'];

/** The checks as a validation of `cdk8s synth`, whose report names the construct behind each object. */
export class NodeDaemonsValidation {
  constructor(private readonly properties: ValidationProperties = {}) {
    assertKnown(properties);
  }

  /** Reports errors and warnings about the synthesized manifests, and fails where there are errors; with `failOn: warning` for both. */
  public async validate({ manifests: files, report }: ValidationContext): Promise<void> {
    const { failOn, kubernetesVersion, ignore = [] } = this.properties;
    const { manifests, bad } = read(files);
    const { findings } = analyse(manifests, { kubernetesVersion, withFacts: false });
    const open = findings.filter(({ id, severity, acknowledged }) => severity !== Severity.INFO && acknowledged === undefined && !ignore.includes(id));
    for (const { id, title } of ALL_CHECKS) {
      const found = open.filter(finding => finding.id === id);
      if (found.length > 0) {
        report.addViolation({
          ruleName: `${id} (${found[0].severity})`,
          recommendation: title,
          fix: `what each location says; 'node-daemons explain ${id}' has more`,
          violatingResources: resources(found),
        });
      }
    }
    if (bad.length > 0) {
      report.addViolation({
        ruleName: 'input',
        recommendation: 'Write manifests that can be read',
        fix: 'what each location says',
        violatingResources: bad.map(problem => ({ resourceName: problem.source, locations: [badInputLine(problem).trim()], manifestPath: problem.source })),
      });
    }
    const fails = ({ severity }: LocatedFinding) => severity === Severity.ERROR || failOn === 'warning';
    report.submit(bad.length > 0 || open.some(fails) ? 'failure' : 'success');
  }
}

function assertKnown(properties: ValidationProperties): void {
  const unknown = Object.keys(properties).find(name => !KNOWN.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(`the validation has no property '${unknown}': give ${KNOWN.join(', ')}`);
  }
  const { failOn = 'error', ignore = [] } = properties;
  if (!['error', 'warning'].includes(failOn)) {
    throw new UsageError(`failOn must be error or warning, got '${String(failOn)}'`);
  }
  for (const id of ignore) {
    const known = checkOf(id);
    if (typeof known === 'string') { throw new UsageError(`ignore: ${known}`); }
  }
}

function read(files: readonly string[]): { manifests: Manifest[]; bad: BadInput[] } {
  const found = files.map(source => {
    try {
      return readText(readFileSync(source), source);
    } catch (error) {
      return { manifests: [], bad: [{ source, message: fsReason(error) }] };
    }
  });
  return { manifests: found.flatMap(({ manifests }) => manifests), bad: found.flatMap(({ bad }) => bad) };
}

/** The name alone is how cdk8s finds the construct of an object. */
function resources(findings: readonly LocatedFinding[]): Violation['violatingResources'] {
  return findings.map(({ object, field, message, file }) => ({
    resourceName: object.replace(/^.*[ /]/, ''),
    locations: [field === undefined ? message : `${field}: ${message}`],
    manifestPath: file,
  }));
}
