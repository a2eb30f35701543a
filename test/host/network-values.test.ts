import * as fc from 'fast-check';
import { number, word } from './arbitraries';
import { LabelExpression, NetworkEgress, NetworkPeer, NetworkPort } from '../../src';
import { admitCompanion } from '../../src/kubernetes/companion-admission';

const cidr = fc.oneof(
  fc.constantFrom('10.0.0.0/8', '10.1.0.0/16', '10.1.2.0/24', '0.0.0.0/0', '::/0', '2001:db8::/32', '2001:db8:1::/48', '::ffff:10.0.0.0/104', '010.0.0.0/8', '10.0.0.1/8'),
  fc.tuple(fc.ipV4(), fc.nat(33)).map(parts => parts.join('/')), fc.tuple(fc.ipV6(), fc.nat(129)).map(parts => parts.join('/')), word,
);
const selector = fc.oneof(fc.constant({}), fc.tuple(word, word).map(([label, value]) => ({ matchLabels: { [label]: value } })),
  fc.tuple(word, word).map(([label, value]) => () => ({ matchExpressions: [LabelExpression.in(label, value)] })));
const made = (value: object | (() => object)) => typeof value === 'function' ? value() : value;

const PEERS: { readonly [factory: string]: fc.Arbitrary<() => NetworkPeer> } = {
  pods: selector.map(pods => () => NetworkPeer.pods(made(pods))),
  namespaces: selector.map(namespaces => () => NetworkPeer.namespaces(made(namespaces))),
  podsInNamespaces: fc.tuple(selector, selector).map(([pods, namespaces]) => () => NetworkPeer.podsInNamespaces(made(pods), made(namespaces))),
  ipBlock: fc.tuple(cidr, fc.array(cidr, { maxLength: 1 })).map(([range, except]) => () => NetworkPeer.ipBlock(range, { except })),
};

const PORTS: { readonly [factory: string]: fc.Arbitrary<() => NetworkPort> } = {
  tcp: fc.tuple(number, fc.option(number, { nil: undefined })).map(([port, endPort]) => () => NetworkPort.tcp(port, { endPort })),
  named: word.map(name => () => NetworkPort.named(name)),
};

const rules = [
  ...Object.entries(PEERS).map(([factory, peers]): [string, fc.Arbitrary<() => NetworkEgress>] => [`NetworkPeer.${factory}`, peers.map(peer => () => NetworkEgress.to({ to: [peer()] }))]),
  ...Object.entries(PORTS).map(([factory, ports]): [string, fc.Arbitrary<() => NetworkEgress>] => [`NetworkPort.${factory}`, ports.map(port => () => NetworkEgress.to({ ports: [port()] }))]),
];

test.each(rules)('Kubernetes accepts whatever %s accepts', (_factory, arbitrary) => {
  let accepted = 0;
  fc.assert(fc.property(arbitrary, make => {
    let egress: object[];
    try {
      egress = make()._toWire();
    } catch (error) {
      expect((error as Error).message).toMatch(/ must be .*, got /);
      return;
    }
    accepted++;
    const { problems, errors } = admitCompanion('NetworkPolicy', { metadata: { name: 'a' }, spec: { podSelector: {}, egress } });
    expect([problems, errors]).toEqual([[], []]);
  }), { numRuns: 1000 });
  expect(accepted).toBeGreaterThan(0);
});
