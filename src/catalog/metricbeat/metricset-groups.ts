import { SystemMetricset } from './metricset';

const { NETWORK, NETWORK_SUMMARY, SOCKET, SOCKET_SUMMARY } = SystemMetricset;

/** `/proc/net` is that of the reader's network, whichever /proc is mounted: https://www.elastic.co/docs/reference/beats/metricbeat/running-on-docker */
export const OF_THE_NETWORK: readonly SystemMetricset[] = [NETWORK, NETWORK_SUMMARY, SOCKET, SOCKET_SUMMARY];

/** Those of a system module that names none. */
export const SYSTEM_DEFAULTS: readonly SystemMetricset[] = [
  SystemMetricset.CPU, SystemMetricset.LOAD, SystemMetricset.MEMORY, NETWORK, SystemMetricset.PROCESS, SystemMetricset.PROCESS_SUMMARY,
  SOCKET_SUMMARY, SystemMetricset.FILESYSTEM, SystemMetricset.FSSTAT, SystemMetricset.UPTIME,
];
