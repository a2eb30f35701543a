import { Finding } from './finding';
import { Severity } from './severity';
import { admitCompanion } from '../kubernetes/companion-admission';
import { renderError } from '../kubernetes/field-error';

/** What the API server refuses of an object that belongs to a daemon. */
export function checkCompanion(manifest: any): Finding[] {
  const { problems, errors } = admitCompanion(manifest.kind, manifest, { allowUnknown: true });
  const object = `${manifest.kind} '${manifest.metadata?.name}'`;
  const finding = (field: string, message: string): Finding => ({ id: 'ND101', severity: Severity.ERROR, acknowledgeable: false, field, message });
  return [
    ...problems.map(({ field, detail }) => finding(field, `the API server cannot read ${field} of ${object}: ${detail}`)),
    ...errors.map(error => finding(error.field, `the API server refuses ${object}: ${renderError(error)}`)),
  ];
}
