import { LogCapability } from './capability';
import { ALLOY } from '../alloy/capability';
import { FILEBEAT } from '../filebeat/capability';
import { FLUENT_BIT } from '../fluent-bit/capability';
import { FLUENTD } from '../fluentd/capability';
import { LOGSTASH } from '../logstash/capability';
import { OPEN_TELEMETRY_LOGS } from '../open-telemetry-logs/capability';
import { VECTOR } from '../vector/capability';

/** All programs that render a pipeline. */
export const LOG_CAPABILITIES: readonly LogCapability[] = [FLUENT_BIT, FLUENTD, VECTOR, OPEN_TELEMETRY_LOGS, FILEBEAT, ALLOY, LOGSTASH];
