import type { Daemon } from './daemon';
import { textAt } from './loose';

/** The annotation of a DaemonSet that says what was accepted: a JSON object with a reason for each id. */
export const ACKNOWLEDGED = 'cdk8s-node-daemons/acknowledged';

/** The reasons for which findings of a manifest were accepted, by id of their checks; none where the annotation cannot be read. */
export function acknowledgedIn(manifest: unknown): Readonly<Record<string, string>> {
  try {
    const reasons: unknown = JSON.parse(textAt(manifest, 'metadata', 'annotations', ACKNOWLEDGED) ?? '{}');
    const entries = typeof reasons === 'object' && reasons !== null ? Object.entries(reasons) : [];
    return Object.fromEntries(entries.filter(([, reason]) => typeof reason === 'string' && reason.trim() !== '')) as Record<string, string>;
  } catch {
    return {};
  }
}

/** Why a finding was accepted, in the manifest of the daemon or of the other object that it concerns; nothing where it was not. */
export function reasonFor(id: string, daemon: Daemon, other?: { readonly manifest: unknown }): string | undefined {
  return acknowledgedIn(daemon.manifest)[id] ?? (other && acknowledgedIn(other.manifest)[id]);
}
