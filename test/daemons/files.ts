import { Testing } from 'cdk8s';
import { FileSystemDaemon, FileSystemDaemonProps, SharedDirectory, analysis } from '../../src';
import { chartOf } from '../core/testing';

/** A FileSystemDaemon and what comes out of it. */
export interface Shared {
  readonly daemon: FileSystemDaemon;
  readonly pod: any;
  /** Ids of what the checks find. */
  readonly findings: string[];
}

/** A daemon that shares a directory, in a chart of its own. */
export function shared(directory: SharedDirectory, props: Partial<FileSystemDaemonProps> = {}): Shared {
  const chart = chartOf();
  const daemon = new FileSystemDaemon(chart, 'files', { directory, container: { name: 'share', image: 'example.com/share:1' }, ...props });
  const manifests: any[] = Testing.synth(chart);
  return {
    daemon,
    pod: manifests.find(({ kind }: any) => kind === 'DaemonSet').spec.template.spec,
    findings: analysis.Analysis.of(manifests).findings.map(({ id }) => id),
  };
}
