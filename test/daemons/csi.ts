import { Testing } from 'cdk8s';
import { CsiDriver, CsiNodePlugin, CsiNodePluginProps } from '../../src';
import { chartOf } from '../core/testing';

/** What a CsiNodePlugin comes out as, the parts that tests ask for. */
export interface NodePlugin {
  readonly manifests: readonly any[];
  readonly daemonSet: any;
  readonly pod: any;
  /** The containers by their names. */
  readonly containers: { readonly [name: string]: any };
  /** Host paths of the pod: `volume: path`, with their type. */
  readonly hostPaths: { readonly [volume: string]: string };
  readonly csiDriver: any;
}

/** A node plugin in a chart of its own. */
export function nodePlugin(driver: CsiDriver = CsiDriver.hostPath(), props: Partial<CsiNodePluginProps> = {}): NodePlugin {
  const chart = chartOf('kube-system');
  new CsiNodePlugin(chart, 'csi', { name: 'csi-node', driver, ...props });
  const manifests: any[] = Testing.synth(chart);
  const ofKind = (kind: string) => manifests.find((manifest: any) => manifest.kind === kind);
  const pod = ofKind('DaemonSet').spec.template.spec;
  return {
    manifests,
    daemonSet: ofKind('DaemonSet'),
    pod,
    containers: Object.fromEntries(pod.containers.map((container: any) => [container.name, container])),
    hostPaths: Object.fromEntries((pod.volumes ?? []).filter(({ hostPath }: any) => hostPath)
      .map(({ name, hostPath }: any) => [name, [hostPath.path, ...hostPath.type ? [hostPath.type] : []].join(' ')])),
    csiDriver: ofKind('CSIDriver'),
  };
}

/** A driver of which only the image is known. */
export const OWN = { name: 'own.example.com', container: { image: 'example.com/own:1', name: 'own' } };
