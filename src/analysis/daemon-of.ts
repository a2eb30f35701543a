import { Daemon, DaemonContext } from './daemon';
import { textAt } from './loose';
import { nameOf } from './manifests';
import { asAppsV1, removedApi } from '../kubernetes/legacy-daemon-set';

/** The daemon of a manifest that anybody wrote; nothing where it is no DaemonSet. */
export function daemonOf(manifest: any, context: DaemonContext, called: () => string = () => nameOf(manifest)): Daemon | undefined {
  const isDaemon = textAt(manifest, 'kind') === 'DaemonSet' && /^(apps|extensions)\//.test(textAt(manifest, 'apiVersion') ?? '');
  return isDaemon ? new Daemon(called, asAppsV1(manifest) as any, { ...context, removedApi: removedApi(manifest) }) : undefined;
}
