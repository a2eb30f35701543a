import { assertYesOrNo } from '../checked-type';
import { MetadataModel } from './model';
import { assertStruct } from './values';

/** What of a pod is added to its lines, beside the names of namespace, pod and container. */
export interface KubernetesMetadataOptions {
  /**
   * Labels of the pod.
   *
   * @default true
   */
  readonly labels?: boolean;

  /**
   * Annotations of the pod.
   *
   * @default false
   */
  readonly annotations?: boolean;

  /**
   * Labels of the namespace.
   *
   * @default false
   */
  readonly namespaceLabels?: boolean;
}

/** What of pods is added to the lines of their containers, and who is asked for it. */
export class KubernetesMetadata {
  /**
   * The API server is asked for the pods of the node.
   *
   * @param options what is added
   */
  public static apiServer(options: KubernetesMetadataOptions = {}): KubernetesMetadata {
    return new KubernetesMetadata({ from: 'apiServer', ...added(options) });
  }

  /**
   * The kubelet of the node is asked, at the address of the node, which spares the API server of a large cluster.
   *
   * @param options what is added
   */
  public static kubelet(options: KubernetesMetadataOptions = {}): KubernetesMetadata {
    return new KubernetesMetadata({ from: 'kubelet', ...added(options) });
  }

  /** Nobody is asked: lines have the names that stand in the paths of their files, as far as the agent reads them. */
  public static none(): KubernetesMetadata {
    return new KubernetesMetadata(undefined);
  }

  private constructor(private readonly model: MetadataModel | undefined) {}

  /** @internal */
  public get _model(): MetadataModel | undefined {
    return this.model;
  }
}

function added(options: KubernetesMetadataOptions): Omit<MetadataModel, 'from'> {
  const { labels = true, annotations = false, namespaceLabels = false } = assertStruct('metadata of Kubernetes', options, '{ labels: true }');
  Object.entries({ labels, annotations, namespaceLabels }).forEach(([what, value]) => assertYesOrNo(`${what} of the metadata of Kubernetes`, value));
  return { labels, annotations, namespaceLabels };
}
