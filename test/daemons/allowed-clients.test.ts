import { ApiObject } from 'cdk8s';
import { cacheIn } from './tcp';
import { LabelExpression, NetworkPeer, NetworkPolicyOptions, NodeAddress } from '../../src';
import { chartOf } from '../core/testing';

const SHOP = { matchLabels: { app: 'shop' } };
const IN_SHOP = { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } };

/** Renders a client with the labels of a shop, of a daemon in the namespace `agents` that allows these peers. */
function connecting(allowedClients: NetworkPeer[], namespace = 'agents', spec: object = {}, networkPolicy?: NetworkPolicyOptions, labels: object = { app: 'shop' }): () => any {
  const chart = chartOf('agents');
  const client = new ApiObject(chart, 'client', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { namespace },
    spec: { template: { metadata: { labels }, spec: { containers: [{ name: 'shop', image: 'shop:1' }], ...spec } } },
  });
  cacheIn(chart, { allowedClients, networkPolicy }).connect(client, { HOST: NodeAddress.host() });
  return () => client.toJson();
}

describe('a client whom the policy of the daemon blocks is an error', () => {
  test.each<[string, NetworkPeer[], string]>([
    ['pods of the namespace of the daemon are meant', [NetworkPeer.pods(SHOP)], 'shop'],
    ['others of its namespace are meant', [NetworkPeer.pods({ matchLabels: { app: 'till' } })], 'agents'],
    ['another namespace is meant', [NetworkPeer.namespaces(IN_SHOP)], 'agents'],
    ['no peer of several is it', [NetworkPeer.podsInNamespaces(SHOP, IN_SHOP), NetworkPeer.pods({ matchExpressions: [LabelExpression.notIn('app', 'shop')] })], 'agents'],
  ])('where %s', (_, peers, namespace) => {
    expect(connecting(peers, namespace)).toThrow(new Error('platform/client: client must be one of the allowedClients of the daemon, whose NetworkPolicy lets nobody else connect, '
      + `got {"namespace":"${namespace}","labels":{"app":"shop"}}: add it to them: `
      + "NetworkPeer.podsInNamespaces({ matchLabels: { … } }, { matchLabels: { 'kubernetes.io/metadata.name': '…' } })"));
  });
});

describe('a client is none', () => {
  test.each<[string, () => any]>([
    ['whom a peer is', connecting([NetworkPeer.pods(SHOP)])],
    ['whose namespace a peer is', connecting([NetworkPeer.podsInNamespaces(SHOP, IN_SHOP)], 'shop')],
    ['whose namespace may have the labels of a peer', connecting([NetworkPeer.namespaces({ matchLabels: { team: 'shop' } })], 'shop')],
    ['who may have the labels that controllers give', connecting([NetworkPeer.pods({ matchLabels: { 'app': 'shop', 'pod-template-hash': '1' } })])],
    ['whose address is not known', connecting([NetworkPeer.ipBlock('10.0.0.0/8')])],
    ['on the network of the node, which may always connect', connecting([NetworkPeer.pods(SHOP)], 'shop', { hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' })],
    ['whom another rule lets in', connecting([NetworkPeer.pods({ matchLabels: { app: 'till' } })], 'agents', {}, { ingress: [{ from: [NetworkPeer.pods(SHOP)] }] })],
    ['where another rule lets everybody in', connecting([NetworkPeer.pods({ matchLabels: { app: 'till' } })], 'agents', {}, { ingress: [{}] })],
  ])('%s', (_, rendered) => {
    expect(rendered).not.toThrow();
  });
});
