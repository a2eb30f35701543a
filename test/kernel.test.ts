import { execFileSync } from 'child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { Kernel } from './kernel';

const ROOT = resolve(__dirname, '..');

/** A tarball as a registry has it. `npm pack` of an installed package leaves out what that package bundles. */
function pack(folder: string, target: string): string {
  for (const part of folder === ROOT ? ['lib', '.jsii', 'package.json'] : ['']) {
    cpSync(join(folder, part), join(target, 'package', part), { recursive: true });
  }
  execFileSync('tar', ['-czf', `${target}.tgz`, '-C', target, 'package']);
  return `${target}.tgz`;
}

/** The library as Python, Java, Go and .NET use it: over the protocol of jsii's own kernel. */
describe('from another language', () => {
  const packed = mkdtempSync(join(tmpdir(), 'node-daemons-'));
  let kernel: Kernel;
  let chart: unknown;
  let app: unknown;

  beforeAll(async () => {
    const packages = ['constructs', 'cdk8s', 'cdk8s-plus-28'].map(name => join(ROOT, 'node_modules', name));
    kernel = new Kernel();
    await kernel.hello();
    for (const folder of [...packages, ROOT]) {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      await kernel.load(name, version, pack(folder, join(packed, name)));
    }
    app = await kernel.create('cdk8s.App');
    chart = await kernel.create('cdk8s.Chart', app, 'agents', { namespace: 'agents' });
  }, 120_000);

  afterAll(() => {
    kernel.stop();
    rmSync(packed, { recursive: true });
  });

  test('a daemon is made of keyword arguments and values, and changed by its methods', async () => {
    const hostPath = await kernel.invokeStatic('cdk8s-node-daemons.HostPath', 'readOnly', '/var/log', {});
    const port = await kernel.invokeStatic('cdk8s-node-daemons.ContainerPort', 'tcp', 9100, { name: 'metrics' });
    const text = await kernel.invokeStatic('cdk8s-node-daemons.EnvValue', 'text', 'info');
    const daemon = await kernel.create('cdk8s-node-daemons.NodeDaemon', chart, 'agent', {
      container: { image: 'example.com/agent:1', hostPaths: [hostPath], ports: [port], resources: { limits: { 'nvidia.com/gpu': '1' } } },
      hostNamespaces: { network: true },
    });
    await kernel.invoke(daemon, 'addEnv', 'LEVEL', text);
    const labels = await kernel.get(daemon, 'selectorLabels');
    await kernel.create('cdk8s-plus-28.Service', chart, 'service', { selector: daemon, ports: [{ port: 80 }] });

    const yaml = await kernel.invoke(app, 'synthYaml') as string;
    expect(labels).toMatchObject({ 'app.kubernetes.io/name': 'agent' });
    expect(yaml).toContain('path: /var/log');
    expect(yaml).toContain('nvidia.com/gpu: "1"');
    expect(yaml).toContain('- name: LEVEL\n              value: info');
    expect(yaml.match(/app.kubernetes.io\/instance: agents-agent-/g)!.length).toBeGreaterThanOrEqual(3);
  });

  test('an error arrives with its whole message', async () => {
    await expect(kernel.invokeStatic('cdk8s-node-daemons.HostPath', 'readOnly', 'var/log', {}))
      .rejects.toThrow("host path must be absolute, got 'var/log': write '/var/log'");
  });
});
