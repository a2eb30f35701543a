import { Daemon, DaemonContext } from './daemon';
import { textAt } from './loose';
import { nameOf } from './manifests';
import { asAppsV1, removedApi } from '../kubernetes/legacy-daemon-set';

/** The daemon of a manifest that anybody wrote; nothing where it is no DaemonSet. */
export function daemonOf(manifest: any, context: DaemonContext, called: () => string = () => nameOf(manifest)): Daemon | undefined {
  return isDaemonSet(manifest) ? new Daemon(called, asAppsV1(manifest) as any, { ...context, removedApi: removedApi(manifest) }) : undefined;
}

/** Whether it is a DaemonSet of Kubernetes, of whatever version. */
export function isDaemonSet(manifest: unknown): boolean {
  return textAt(manifest, 'kind') === 'DaemonSet' && /^(apps|extensions)\//.test(textAt(manifest, 'apiVersion') ?? '');
}
