import * as fc from 'fast-check';
import { number, word } from './arbitraries';
import { IpFamily, IpFamilyPolicy, NodeAddress, NodeLocalExposure } from '../../src';
import { NodeEndpoint } from '../../src/host/node-endpoint';
import { admitCompanion } from '../../src/kubernetes/companion-admission';
import { referencesIn } from '../../src/kubernetes/expansion';
import { renderError } from '../../src/kubernetes/field-error';
import { chartOf } from '../core/testing';
import { cacheIn } from '../daemons/tcp';

/** Mostly right. */
const known = fc.oneof({ weight: 5, arbitrary: fc.constantFrom('cache', 'cache-1', 'c') }, { weight: 1, arbitrary: word });
const service = fc.record({
  name: known,
  labels: fc.dictionary(known, known, { maxKeys: 2 }),
  annotations: fc.dictionary(known, known, { maxKeys: 2 }),
  ipFamilyPolicy: fc.constantFrom(...Object.values(IpFamilyPolicy)),
  ipFamilies: fc.uniqueArray(fc.constantFrom(...Object.values(IpFamily)), { minLength: 1 }),
}, { requiredKeys: [] });

const EXPOSURES: { readonly [factory: string]: fc.Arbitrary<() => NodeLocalExposure> } = {
  localService: service.map(options => () => NodeLocalExposure.localService(options)),
  preferSameNode: service.map(options => () => NodeLocalExposure.preferSameNode(options)),
  nodePort: fc.tuple(service, number).map(([options, nodePort]) => () => NodeLocalExposure.nodePort({ ...options, nodePort })),
};

test.each(Object.entries(EXPOSURES))('Kubernetes accepts every Service of %s', (_factory, arbitrary) => {
  let accepted = 0;
  fc.assert(fc.property(arbitrary, fc.integer({ min: 1, max: 65535 }), (make, port) => {
    const chart = chartOf();
    try {
      cacheIn(chart, { exposure: make(), port });
    } catch (error) {
      expect((error as Error).message).toMatch(/ must be .*, got /);
      return;
    }
    accepted++;
    const manifest = chart.toJson().find(({ kind }: any) => kind === 'Service');
    const { problems, errors } = admitCompanion('Service', manifest);
    expect([problems, errors.map(renderError)]).toEqual([[], []]);
  }), { numRuns: 300 });
  expect(accepted).toBeGreaterThan(5);
});

describe('an address', () => {
  const endpoint: fc.Arbitrary<NodeEndpoint> = fc.record({
    host: fc.constantFrom(undefined, 'cache.agents.svc', '169.254.20.10', 'fd00::10'),
    isIpv6: fc.boolean(),
    ports: fc.constant([{ name: 'redis', containerPort: 6379, number: 6379 }]),
  });

  test('of any kind is readable by a program once the node\'s address stands in it', () => {
    fc.assert(fc.property(endpoint, fc.ipV4(), fc.ipV6(), fc.stringMatching(/^\/[a-z0-9/?=&.-]*$/), (where, v4, v6, path) => {
      const host = where.host ?? (where.isIpv6 ? v6 : v4);
      const [{ value }] = NodeAddress.url('http', { path })._toEnv('URL', where);
      const expected = new URL(host.includes(':') ? `http://[${host}]:6379` : `http://${host}:6379`);
      expect(new URL(value!.replace('$(HOST_IP)', host)).host).toBe(expected.host);
    }));
  });

  test('names variables that come with it, and no others', () => {
    fc.assert(fc.property(endpoint, fc.constantFrom(NodeAddress.host(), NodeAddress.port(), NodeAddress.hostPort(), NodeAddress.url('redis', { port: 'redis' })), (where, address) => {
      const variables = address._toEnv('ADDRESS', where);
      expect(variables.flatMap(({ value = '' }) => referencesIn(value))).toEqual(variables.slice(1).map(({ name }) => name));
    }));
  });
});

test('what was handed to an exposure changes nothing when it changes later', () => {
  const options = { labels: { team: 'shop' }, nodePorts: { redis: 30001 } };
  const exposure = NodeLocalExposure.nodePort(options);
  options.labels.team = 'other';
  options.nodePorts.redis = 1;
  expect(exposure._asData()).toMatchObject({ service: { labels: { team: 'shop' } }, nodePorts: { redis: 30001 } });
});
