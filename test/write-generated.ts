/** Writes what the tests compare: the generated pages of docs/ and the committed outputs of examples/. */
import { writeFileSync } from 'fs';
import { join } from 'path';
import { checksPage } from './analysis/checks-page';
import { csiNodePluginPage, PAGE as CSI_NODE_PLUGIN_PAGE } from './daemons/csi-node-plugin-page';
import { fileSystemDaemonPage, PAGE as FILE_SYSTEM_DAEMON_PAGE } from './daemons/file-system-daemon-page';
import { logCollectorPage, PAGE as LOG_COLLECTOR_PAGE } from './daemons/log-collector-page';
import { networkAgentPage, PAGE as NETWORK_AGENT_PAGE } from './daemons/network-agent-page';
import { nodeExporterPage, PAGE } from './daemons/node-exporter-page';
import { PAGE as TCP_NODE_DAEMON_PAGE, tcpNodeDaemonPage } from './daemons/tcp-node-daemon-page';
import { EXAMPLES, synthesize, writeOutput } from './examples/example';
import { fieldsPage } from './fields/table';

writeFileSync(join(__dirname, '../docs/fields.md'), fieldsPage());
writeFileSync(join(__dirname, '../docs/checks.md'), checksPage());
writeFileSync(CSI_NODE_PLUGIN_PAGE, csiNodePluginPage());
writeFileSync(PAGE, nodeExporterPage());
writeFileSync(FILE_SYSTEM_DAEMON_PAGE, fileSystemDaemonPage());
writeFileSync(LOG_COLLECTOR_PAGE, logCollectorPage());
writeFileSync(NETWORK_AGENT_PAGE, networkAgentPage());
writeFileSync(TCP_NODE_DAEMON_PAGE, tcpNodeDaemonPage());
for (const name of EXAMPLES) {
  writeOutput(name, synthesize(name));
}
