import { checkGmond, readAll, startGmond } from './harness/gmond';
import { freePort, until } from './harness/http';
import { hostRoot } from './host/root';

const conf = (port: number, more = '') => `globals {
  daemonize = no
  setuid = no
  send_metadata_interval = 30
  override_hostname = "\${NODE_NAME}"
}
cluster { name = "made-up" }
udp_recv_channel { port = ${port} bind = "127.0.0.1" }
udp_send_channel { host = "127.0.0.1" port = ${port} }
tcp_accept_channel { port = ${port} bind = "127.0.0.1" }
modules {
  module { name = "core_metrics" }
  module { name = "load_module" path = "modload.so" }
}
collection_group {
  collect_every = 1
  time_threshold = 2
  metric { name = "load_one" }
}
${more}`;

const env = { NODE_NAME: 'made-up-node' };

test('gmond takes a right configuration, and knows the metrics of its modules', async () => {
  const { code, output, metrics } = await checkGmond(conf(8649), { env });
  expect(output).not.toContain('Cannot load');
  expect(code).toBe(0);
  expect(metrics).toContain('load_one');
  expect(metrics).not.toContain('cpu_user');
});

test.each(['udp_send_chanel { port = 1 }', 'globals { daemonise = no }', 'cluster { name }'])('gmond refuses %j', async more => {
  expect(await checkGmond(conf(8649, more), { env })).toMatchObject({ code: 1 });
});

test('gmond hands out the metrics of the /proc that it sees, of the node that its variable names', async () => {
  const port = await freePort();
  const gmond = startGmond(conf(port), { env, container: { user: 65534, mounts: { '/proc': hostRoot().procfs } } });
  const xml = await until(gmond, 'the load', async () => {
    const text = await readAll(port).catch(() => '');
    return text.includes('load_one') ? text : undefined;
  });
  expect(xml).toContain('<HOST NAME="made-up-node"');
  expect(xml).toContain('<METRIC NAME="load_one" VAL="1.23"');
  await gmond.stop();
});
