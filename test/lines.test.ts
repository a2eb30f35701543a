import { App, Chart, Testing } from 'cdk8s';
import * as k28 from 'cdk8s-plus-28';
import * as k33 from 'cdk8s-plus-33';
import * as k34 from 'cdk8s-plus-34';
import { ContainerPort, NodeDaemon, SecretValue } from '../src';

const LABELS = { 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/instance': 'agent' };

/** Type-checked as a strict program: no cast stands between a daemon and each line of cdk8s-plus. */
const LINES = {
  28: (chart: Chart, daemon: NodeDaemon) => {
    new k28.Service(chart, 'service', { selector: daemon, ports: [{ port: 80 }] });
    const client = new k28.Deployment(chart, 'client', { containers: [{ image: 'client:1' }] });
    new k28.NetworkPolicy(chart, 'policy', { selector: daemon, ingress: { rules: [{ peer: client }] } });
    new k28.NetworkPolicy(chart, 'egress', { selector: client, egress: { rules: [{ peer: daemon }] } });
    return SecretValue.of(new k28.Secret(chart, 'secret', { metadata: { name: 'credentials' } }), 'token');
  },
  33: (chart: Chart, daemon: NodeDaemon) => {
    new k33.Service(chart, 'service', { selector: daemon, ports: [{ port: 80 }] });
    const client = new k33.Deployment(chart, 'client', { containers: [{ image: 'client:1' }] });
    new k33.NetworkPolicy(chart, 'policy', { selector: daemon, ingress: { rules: [{ peer: client }] } });
    new k33.NetworkPolicy(chart, 'egress', { selector: client, egress: { rules: [{ peer: daemon }] } });
    return SecretValue.of(new k33.Secret(chart, 'secret', { metadata: { name: 'credentials' } }), 'token');
  },
  34: (chart: Chart, daemon: NodeDaemon) => {
    new k34.Service(chart, 'service', { selector: daemon, ports: [{ port: 80 }] });
    const client = new k34.Deployment(chart, 'client', { containers: [{ image: 'client:1' }] });
    new k34.NetworkPolicy(chart, 'policy', { selector: daemon, ingress: { rules: [{ peer: client }] } });
    new k34.NetworkPolicy(chart, 'egress', { selector: client, egress: { rules: [{ peer: daemon }] } });
    return SecretValue.of(new k34.Secret(chart, 'secret', { metadata: { name: 'credentials' } }), 'token');
  },
};

describe.each(Object.entries(LINES))('cdk8s-plus-%s', (_line, use) => {
  const chart = new Chart(new App(), 'test', { namespace: 'test' });
  const daemon = new NodeDaemon(chart, 'daemon', {
    name: 'agent',
    container: { image: 'example.com/agent:1', ports: [ContainerPort.tcp(80)] },
  });
  const secret = use(chart, daemon);
  const manifests: any[] = Testing.synth(chart);

  test('a Service selects the pods of a daemon', () => {
    expect(manifests.find(({ kind }) => kind === 'Service').spec.selector).toEqual(LABELS);
  });

  test('a NetworkPolicy applies to the pods of a daemon', () => {
    const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy');
    expect(policies.map(({ spec }) => spec.podSelector.matchLabels)).toContainEqual(LABELS);
  });

  test('a NetworkPolicy lets a client reach a daemon', () => {
    const egress = manifests.filter(({ kind }) => kind === 'NetworkPolicy').flatMap(({ spec }) => spec.egress ?? []);
    expect(egress.flatMap(({ to }) => to.map((peer: any) => peer.podSelector.matchLabels))).toEqual([LABELS]);
  });

  test('a credential is a key of its Secret', () => {
    expect(secret).toMatchObject({ secretName: 'credentials', secretKey: 'token' });
  });
});

test('a ServiceAccount of any line is the account of a daemon', () => {
  const accounts = [k28, k33, k34].map(line => {
    const chart = new Chart(new App(), 'test');
    const serviceAccount = line.ServiceAccount.fromServiceAccountName(chart, 'account', 'agents');
    return new NodeDaemon(chart, 'daemon', { container: { image: 'example.com/agent:1' }, serviceAccount }).serviceAccountName;
  });
  expect(accounts).toEqual(['agents', 'agents', 'agents']);
});
