import { complaints, daemonSet } from '../objects';

const withArgs = (arg: string, container: any = {}) => daemonSet({}, { args: [arg], ...container });

test.each(['$$(NODE_NAME)', '$(date)', '$(hostname -f)', '$(cat /etc/hostname)', '${NODE_NAME}', '$NODE_NAME', '$(', '$(KUBERNETES_SERVICE_HOST)',
  '$(DNS_SERVICE_PORT_DNS)', '$(DNS_PORT_53_UDP_ADDR)'])('%s is no variable that is missing', arg => {
  expect(complaints('ND223', withArgs(arg))).toBe(0);
});

test('$$$(NAME) is a dollar sign and a variable', () => {
  expect(complaints('ND223', withArgs('$$$(NODE_NAME)'))).toBe(1);
});

test('what comes from a ConfigMap or a Secret is not known', () => {
  expect(complaints('ND223', withArgs('$(NODE_NAME)', { envFrom: [{ configMapRef: { name: 'settings' } }] }))).toBe(0);
});

test('a variable without a value is defined', () => {
  expect(complaints('ND223', withArgs('$(EMPTY)', { env: [{ name: 'EMPTY' }] }))).toBe(0);
});

test('a variable may extend an earlier one of its name, and not itself', () => {
  const path = { name: 'PATH', value: '$(PATH):/opt/bin' };
  expect(complaints('ND223', daemonSet({}, { env: [{ name: 'PATH', value: '/bin' }, path] }))).toBe(0);
  expect(complaints('ND223', daemonSet({}, { env: [path] }))).toBe(1);
});
