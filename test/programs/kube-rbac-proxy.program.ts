import { apiServer, ApiServer } from './harness/api-server';
import { freePort, get, waitFor } from './harness/http';
import { program } from './harness/program';
import { run, start } from './harness/run';
import { hostRoot } from './host/root';

const EXPORTER = program('node_exporter');
const PROXY = program('kube-rbac-proxy');

const clients = {
  good: { user: 'prometheus', may: () => true },
  known: { user: 'somebody', may: () => false },
};

let api: ApiServer;
let url: string;

beforeAll(async () => {
  api = await apiServer(clients);
  const host = hostRoot();
  const [upstream, port] = [await freePort(), await freePort()];
  const exporter = start(EXPORTER, [`--web.listen-address=127.0.0.1:${upstream}`, '--collector.disable-defaults', '--collector.loadavg',
    `--path.procfs=${host.procfs}`]);
  await waitFor(`http://127.0.0.1:${upstream}/`, exporter);
  const proxy = start(PROXY, [`--secure-listen-address=127.0.0.1:${port}`, `--upstream=http://127.0.0.1:${upstream}/`,
    `--kubeconfig=${api.kubeconfig}`, '--allow-paths=/metrics']);
  url = `https://127.0.0.1:${port}/metrics`;
  await waitFor(url, proxy);
});

const as = (token: string) => get(url, { headers: { authorization: `Bearer ${token}` } });

test('nobody gets no metrics', async () => {
  expect(await get(url)).toMatchObject({ status: 401 });
});

test('a token that the API server does not know gets no metrics', async () => {
  expect(await as('wrong')).toMatchObject({ status: 401 });
});

test('a user who may not gets no metrics', async () => {
  expect(await as('known')).toMatchObject({ status: 403 });
});

test('a user who may gets the metrics of the exporter', async () => {
  const { status, body } = await as('good');
  expect(status).toBe(200);
  expect(body).toContain('node_load1 1.23');
  expect(api.asked.at(-1)).toMatchObject({ user: 'prometheus', nonResourceAttributes: { path: '/metrics', verb: 'get' } });
});

test('a path that is not allowed is not there', async () => {
  expect(await get(url.replace('/metrics', '/other'), { headers: { authorization: 'Bearer good' } })).toMatchObject({ status: 404 });
});

test('a flag that it does not know is fatal', async () => {
  expect((await run(PROXY, ['--secure-listen-adress=127.0.0.1:1'])).code).not.toBe(0);
});
