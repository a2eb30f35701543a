import { CsiProgram } from './csi-plugin';
import { NodeDaemonOptions } from '../../core/node-daemon-options';
import { invalid } from '../../host/invalid';

/** Refuses what leaves a node without its driver when a pod of it ends. */
export function assertRollout({ options, written }: CsiProgram, { updateStrategy, terminationGracePeriodSeconds }: NodeDaemonOptions): void {
  const maxSurge = updateStrategy?._toWire?.().rollingUpdate?.maxSurge;
  if (maxSurge !== undefined && Number.parseInt(String(maxSurge), 10) > 0) {
    throw invalid('updateStrategy of a CSI plugin', 'without maxSurge, as the old pod removes the socket of the new one when it ends', { maxSurge },
      'use maxUnavailable: old and new pod have one socket');
  }
  if (terminationGracePeriodSeconds === 0 && (options.preStop ?? written.lifecycle?.preStop) !== undefined) {
    throw invalid('terminationGracePeriodSeconds', 'above what preStop of the driver takes', 0, 'leave it out for half a minute with HARDENED, or take preStop out');
  }
}
