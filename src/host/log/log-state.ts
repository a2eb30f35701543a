import { StateModel } from './model';
import { isDnsSubdomain } from '../formats';
import { invalid } from '../invalid';
import { assertAbsolute } from '../paths';

/** Where a log collector keeps how far it has read, and what it has not sent yet. */
export class LogState {
  /**
   * In a directory of each node. Two collectors need two.
   *
   * @param path absolute path on the node
   */
  public static hostPath(path: string): LogState {
    if (typeof path !== 'string' || path === '') {
      throw invalid('path of the state', "absolute, such as '/var/lib/log-collector'", path);
    }
    assertAbsolute('path of the state', path);
    if (path.split('/').filter(part => part !== '').length < 2) {
      throw invalid('path of the state', "a directory of its own, such as '/var/lib/log-collector'", path);
    }
    return new LogState({ kind: 'hostPath', path });
  }

  /**
   * On a volume that all pods share (ReadWriteMany), each in a directory that bears the name of its node.
   *
   * @param claimName name of the PersistentVolumeClaim in the daemon's namespace
   */
  public static persistentVolumeClaim(claimName: string): LogState {
    if (!isDnsSubdomain(claimName)) {
      throw invalid('name of a PersistentVolumeClaim', "a lower-case DNS name such as 'log-state'", claimName);
    }
    return new LogState({ kind: 'persistentVolumeClaim', claimName });
  }

  /** In the pod. Each new pod reads everything again, or misses what came in between. */
  public static none(): LogState {
    return new LogState({ kind: 'none' });
  }

  private constructor(private readonly model: StateModel) {}

  /** @internal */
  public get _model(): StateModel {
    return this.model;
  }
}
