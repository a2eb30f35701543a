import { Chart, Testing } from 'cdk8s';
import { NodeExpression, NodeGroup, NodeGroups, NodeGroupsProps, NodeLocalExposure, NodePlacement, NodeTerm } from '../../src';
import { chartOf } from '../core/testing';

type Props = Partial<NodeGroupsProps>;

/** The nodes of a colour. */
export const of = (color: string): NodePlacement => NodePlacement.everyNode({ nodeSelector: { color } });

/** Nodes that fulfil all conditions, and nothing else. */
export const nodesWith = (...expressions: NodeExpression[]): NodePlacement => NodePlacement.exactly({ required: [NodeTerm.all(...expressions)] });

/** Two groups with nodes of their colours. */
export const coloured = (red: Partial<NodeGroup> = {}, blue: Partial<NodeGroup> = {}): { [name: string]: NodeGroup } =>
  ({ red: { placement: of('red'), ...red }, blue: { placement: of('blue'), ...blue } });

/** A cache on red and on blue nodes behind one Service, unless props say otherwise. */
export function cachesIn(chart: Chart, props: Props = {}, id = 'cache'): NodeGroups {
  return new NodeGroups(chart, id, {
    name: 'cache', container: { image: 'valkey/valkey:8.1' }, port: 6379, exposure: NodeLocalExposure.localService(), groups: coloured(), ...props,
  });
}

/** What groups come out as. */
export function grouped(props: Props = {}): { manifests: any[]; red: any; blue: any; service: any } {
  const chart = chartOf();
  cachesIn(chart, props);
  const manifests: any[] = Testing.synth(chart);
  const group = (name: string) => manifests.find(({ kind, metadata }) => kind === 'DaemonSet' && metadata.name === `cache-${name}`);
  return { manifests, red: group('red'), blue: group('blue'), service: manifests.find(({ kind }) => kind === 'Service') };
}

/** What a synthesis would fail with, each with the path of its construct. */
export function problemsOf(chart: Chart): string[] {
  return chart.node.root.node.findAll().flatMap(({ node }) => node.validate().map(problem => `[${node.path}] ${problem}`));
}
