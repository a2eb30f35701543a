import { CHANGE_CHECKS } from './all';
import { acknowledgedIn } from '../acknowledgements';
import { Daemon } from '../daemon';
import { Finding } from '../finding';

/**
 * What changed between two manifests of one object.
 *
 * @param before the manifest that is replaced
 * @param after the one that replaces it; a DaemonSet is one of apps/v1
 */
export function changesSince(before: any, after: any): Omit<Finding, 'object' | 'position'>[] {
  if ([before, after].some(manifest => manifest.kind === 'DaemonSet' && !new Daemon(() => '', manifest).isReadable)) {
    return [];
  }
  const reasons = acknowledgedIn(after);
  return CHANGE_CHECKS.flatMap(({ id, severity, acknowledgeable, judge }) => judge(before, after).map(({ message, field }) => ({
    id, severity, message, field, acknowledgeable, acknowledged: reasons[id],
  })));
}
