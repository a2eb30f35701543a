import { DaemonContainer } from '../../host/daemon-container';
import { SecurityContext } from '../../host/security-context';
import { IMAGES } from '../images';

/** How the container is called; files that it watches must name it beside the program that reads them. */
export const CONFIG_RELOADER = 'config-reloader';

/**
 * A sidecar that calls the program when a file in a directory changes (flags of 0.93). It sees the directory because the configuration
 * files name its container, and it calls once more within three minutes of its start, for it does not know what the program has read.
 *
 * @param directory the directory of the files, in the container
 * @param url what is called by POST
 * @see https://github.com/prometheus-operator/prometheus-operator/blob/main/cmd/prometheus-config-reloader/main.go
 */
export function configReloader(directory: string, url: string, hardened: boolean): DaemonContainer {
  return {
    name: CONFIG_RELOADER,
    image: IMAGES.configReloader,
    args: [`--watched-dir=${directory}`, `--reload-url=${url}`],
    ...hardened ? {
      // The image names its user, and the kubelet must know by a number that it is not root.
      securityContext: SecurityContext.restricted({ runAsUser: 65534, runAsGroup: 65534, readOnlyRootFilesystem: true }),
      resources: { requests: { cpu: '10m', memory: '50Mi' }, limits: { memory: '50Mi' } },
    } : {},
  };
}
