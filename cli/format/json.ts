import { fingerprint } from './fingerprint';
import { Report } from '../check/report';

/** Everything that is known, for programs; fields may be added, never renamed. */
export function json({ findings, badInput, objects, facts }: Report): string {
  const report = {
    objects,
    findings: findings.map(finding => {
      const { id, severity, message, object, field, file, document, line, acknowledgeable, acknowledged } = finding;
      return { id, severity, message, object, field, file, document, line, acknowledgeable, acknowledged, fingerprint: fingerprint(finding) };
    }),
    badInput: badInput.map(({ source, line, document, message }) => ({ file: source, line, document, message })),
    ...facts,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
