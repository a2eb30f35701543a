import { complaints, daemonSet, fails, service } from '../objects';

const registrar = (...args: string[]) => ({ name: 'registrar', image: 'r:1', args: ['--kubelet-registration-path=/x/csi.sock', ...args] });
const liveness = (...args: string[]) => ({ name: 'liveness', image: 'mirror.example.com/livenessprobe:v2', args: ['--csi-address=/csi/csi.sock', ...args] });
const exporter = (...args: string[]) => ({ name: 'exporter', image: 'quay.io/prometheus/node-exporter:v1.12.1', args });
const proxy = (...args: string[]) => ({ name: 'proxy', image: 'quay.io/brancz/kube-rbac-proxy:v0.19.1', args });
const of = (...containers: any[]) => daemonSet({ containers });

describe('two containers on one port (ND236)', () => {
  test.each<[string, any[]]>([
    ['registrar and livenessprobe', [registrar('--http-endpoint=:9808'), liveness()]],
    ['old flags', [registrar('--health-port=9898'), liveness('--health-port', '9898')]],
    ['one address and all', [registrar('--http-endpoint=127.0.0.1:9808'), liveness()]],
    ['exporter and proxy', [exporter(), proxy('--secure-listen-address=[$(IP)]:9100')]],
  ])('%s', (_, containers) => {
    expect(complaints('ND236', of(...containers))).toBe(1);
  });

  test.each<[string, any[]]>([
    ['two ports', [registrar('--http-endpoint=:9809'), liveness()]],
    ['no health server', [registrar(), liveness()]],
    ['two addresses', [exporter('--web.listen-address=127.0.0.1:9100'), proxy('--secure-listen-address=[$(IP)]:9100')]],
    ['an address that is not known', [registrar('--http-endpoint=$(ADDRESS)'), liveness()]],
    ['one of them in a script', [{ ...registrar(), command: ['sh', '-c', 'registrar --http-endpoint=:9808'] }, liveness()]],
  ])('not %s', (_, containers) => {
    expect(fails('ND236', of(...containers))).toBe(false);
  });
});

describe('a probe of a server on the loopback address (ND237)', () => {
  const driver = (httpGet: object) => ({ name: 'driver', image: 'd:1', ports: [{ name: 'healthz', containerPort: 9808 }], livenessProbe: { httpGet } });

  test.each<[string, any[]]>([
    ['localhost', [driver({ port: 'healthz' }), liveness('--http-endpoint=localhost:9808')]],
    ['::1', [driver({ port: 9808 }), liveness('--http-endpoint=[::1]:9808')]],
  ])('on %s', (_, containers) => {
    expect(fails('ND237', of(...containers))).toBe(true);
  });

  test.each<[string, any[]]>([
    ['the probe asks it there', [driver({ port: 9808, host: '127.0.0.1' }), liveness('--http-endpoint=127.0.0.1:9808')]],
    ['it listens everywhere', [driver({ port: 9808 }), liveness()]],
    ['another container names the port', [driver({ port: 9808 }), liveness('--http-endpoint=127.0.0.1:9808'), { name: 'p', image: 'p:1', args: ['--listen=$(IP):9808'] }]],
  ])('not when %s', (_, containers) => {
    expect(fails('ND237', of(...containers))).toBe(false);
  });
});

describe('ports of the node that nobody declares (ND301)', () => {
  const on = (name: string, container: any, pod: object = { hostNetwork: true }) => daemonSet({ ...pod, containers: [container] }, {}, { name });

  test.each<[string, any, any]>([
    ['both not declared', on('a', liveness()), on('b', liveness())],
    ['one declared', on('a', { name: 'x', image: 'x:1', ports: [{ containerPort: 9808 }] }), on('b', liveness())],
    ['on the loopback address and on all', on('a', liveness('--http-endpoint=localhost:9808')), on('b', liveness())],
  ])('%s', (_, ...daemons) => {
    expect(complaints('ND301', ...daemons)).toBe(1);
  });

  test.each<[string, any, any]>([
    ['in networks of their own', on('a', liveness(), {}), on('b', liveness(), {})],
    ['on two ports', on('a', liveness()), on('b', liveness('--health-port=9809'))],
    ['at an address that is not known', on('a', liveness('--http-endpoint=$(IP):9808')), on('b', liveness('--http-endpoint=$(IP):9808'))],
  ])('not %s', (_, ...daemons) => {
    expect(fails('ND301', ...daemons)).toBe(false);
  });
});

describe('node exporter (ND608, ND609, ND610)', () => {
  const node = (container: any, pod: object = { hostNetwork: true }) => daemonSet({ ...pod, containers: [container] });

  test.each<[string, any, boolean]>([
    ['on all addresses', node(exporter()), true],
    ['on all of them by a variable', node({ ...exporter('--web.listen-address=[$(HOST_IP)]:9100'), env: [{ name: 'HOST_IP', value: '0.0.0.0' }] }), true],
    ['on the address of the node', node(exporter('--web.listen-address=$(HOST_IP):9100')), false],
    ['with a password', node(exporter('--web.config.file=/web.yaml')), false],
    ['in a network of its own', node(exporter(), {}), false],
  ])('%s it is open (ND608): %s', (_, manifest, isFound) => {
    expect(fails('ND608', manifest)).toBe(isFound);
  });

  test.each<[string, any, boolean]>([
    ['-collector.procfs=/host/proc', exporter('-collector.procfs=/host/proc'), true],
    ['-h', exporter('-h'), false],
    ['an old release', { ...exporter('-collector.procfs=/host/proc'), image: 'prom/node-exporter:v0.14.0' }, false],
    ['an image of others', { ...exporter('-x.y=z'), image: 'example.com/node-exporter' }, false],
  ])('%s is no flag (ND609): %s', (_, container, isFound) => {
    expect(fails('ND609', node(container))).toBe(isFound);
  });

  const ports = [{ name: 'metrics', containerPort: 9796 }];

  test.each<[string, any, any[], boolean]>([
    ['a Service by name', { ...exporter(), ports }, [service({ ports: [{ port: 80, targetPort: 'metrics' }] })], true],
    ['a Service by number', exporter(), [service({ ports: [{ port: 9796 }] })], true],
    ['a headless Service', exporter(), [service({ clusterIP: 'None', ports: [{ port: 9796 }] })], false],
    ['a Service of other pods too', exporter(), [service({ ports: [{ port: 80 }] }), daemonSet({}, {}, { name: 'b', labels: { app: 'agent' } })], false],
    ['the right port', { ...exporter('--web.listen-address=:9796'), ports }, [service({ ports: [{ port: 80, targetPort: 'metrics' }] })], false],
    ['a probe of another host', { ...exporter(), readinessProbe: { httpGet: { port: 1, host: '10.0.0.1' } } }, [], false],
  ])('%s asks another port (ND610)', (_, container, others, isFound) => {
    expect(fails('ND610', node(container), ...others)).toBe(isFound);
  });

  test('a proxy beside it may have the port', () => {
    const asked = service({ ports: [{ port: 8443 }] });
    expect(fails('ND610', of(exporter('--web.listen-address=127.0.0.1:9100'), proxy('--secure-listen-address=:8443')), asked)).toBe(false);
  });
});
