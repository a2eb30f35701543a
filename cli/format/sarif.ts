import { resolve } from 'path';
import { pathToFileURL } from 'url';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { fileFrom } from './file-from';
import { fingerprint } from './fingerprint';
import { CheckInfo } from '../../src/analysis/check';
import { Severity } from '../../src/analysis/severity';
import { pageOf, NAME, REPOSITORY, VERSION } from '../about';
import { ALL_CHECKS } from '../check/known-ids';
import { LocatedFinding, Report } from '../check/report';

const LEVELS = { [Severity.ERROR]: 'error', [Severity.WARNING]: 'warning', [Severity.INFO]: 'note' } as const;

/** SARIF 2.1.0, which code scanning reads. */
export function sarif({ findings, badInput }: Report, cwd: string): string {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: NAME, version: VERSION, informationUri: REPOSITORY, rules: ALL_CHECKS.map(rule) } },
      invocations: [{
        executionSuccessful: badInput.length === 0,
        toolExecutionNotifications: badInput.map(({ source, line, message }) => ({
          level: 'error', message: { text: message }, locations: [location(cwd, source, line)],
        })),
      }],
      results: findings.map(finding => result(finding, cwd)),
    }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function rule({ id, title, text, severity }: CheckInfo): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text },
    help: { text, markdown: text },
    helpUri: pageOf(id),
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function result(finding: LocatedFinding, cwd: string): Result {
  const ruleIndex = ALL_CHECKS.findIndex(({ id }) => id === finding.id);
  return {
    ruleId: finding.id,
    ...ruleIndex >= 0 ? { ruleIndex } : {},
    level: LEVELS[finding.severity],
    message: { text: `${finding.object}: ${finding.message}` },
    locations: [{
      ...location(cwd, finding.file, finding.line),
      logicalLocations: [{ fullyQualifiedName: finding.field === undefined ? finding.object : `${finding.object} ${finding.field}` }],
    }],
    partialFingerprints: { 'finding/v1': fingerprint(finding) },
    // With one suppression in a log, results without any say so.
    suppressions: finding.acknowledged === undefined ? [] : [{ kind: finding.isAcknowledgedBeside ? 'external' : 'inSource', justification: finding.acknowledged }],
  };
}

function location(cwd: string, source: string, line: number | undefined) {
  return {
    physicalLocation: {
      artifactLocation: artifact(fileFrom(cwd, source), cwd),
      ...line === undefined ? {} : { region: { startLine: line } },
    },
  };
}

/** Relative to where it ran, so that a log fits every checkout; what lies elsewhere has no such name. */
function artifact(file: string, cwd: string) {
  const isElsewhere = file.startsWith('../');
  return isElsewhere ? { uri: pathToFileURL(resolve(cwd, file)).href } : { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
