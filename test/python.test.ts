import { execFileSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';

/** The Python that jsii makes of the library, read as its user would read it. */
describe('the Python package', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'node-daemons-python-'));
  let python: string;

  beforeAll(() => {
    execFileSync('npx', ['jsii-pacmak', '--code-only', '--target', 'python', '--outdir', outdir], { cwd: resolve(__dirname, '..'), stdio: 'pipe' });
    python = readFileSync(join(outdir, 'python/src/cdk8s_node_daemons/__init__.py'), 'utf8');
  }, 120_000);

  afterAll(() => rmSync(outdir, { recursive: true }));

  /** The lines of a class, of a method where one is named. */
  const source = (name: string, method = '') => {
    const body = python.split(new RegExp(`^class ${name}\\(`, 'm'))[1].split(/^class /m)[0];
    return method === '' ? body : body.split(`def ${method}(`)[1].split('"""')[0].split("'''")[0];
  };

  test('props of a daemon are keyword arguments, and only the container is required', () => {
    const init = source('NodeDaemon', '__init__');
    expect(init).toContain('id: builtins.str,\n        *,\n        container: typing.Union["DaemonContainer"');
    expect(init).toContain('host_namespaces: typing.Optional[typing.Union["HostNamespaces"');
    expect(init.match(/^ {8}[a-z_]+: (?!typing\.Optional)/gm)).toHaveLength(3);
  });

  test('values are made by class methods with keyword options', () => {
    expect(source('HostPath', 'read_only')).toContain('path: builtins.str,\n        *,');
    expect(source('EnvValue')).toContain('def NODE_NAME(cls)');
    expect(source('NodeExpression')).toContain('def in_(cls, key: builtins.str, *values: builtins.str)');
  });

  test('clients are connected by methods of the daemons that they use, with keyword options', () => {
    expect(source('TcpNodeDaemon', 'connect')).toMatch(/workload: "\w+\.IConstruct",\s+addresses: typing\.Mapping\[builtins\.str, "NodeAddress"\],\s+\*,\s+containers:/);
    expect(source('FileSystemDaemon', 'mount_into')).toMatch(/workload: "\w+\.IConstruct",\s+mount_path: builtins\.str,\s+\*,/);
    expect(source('NodeLocalExposure', 'host_port')).toContain('host_ip: typing.Optional[builtins.str] = None');
  });

  test('an enum has the names of Kubernetes', () => {
    expect(source('HostPathType')).toContain('DIRECTORY_OR_CREATE = "DIRECTORY_OR_CREATE"');
  });
});
