import { LogCapability } from './capability';
import { FLUENT_BIT } from '../fluent-bit/capability';
import { FLUENTD } from '../fluentd/capability';
import { LOGSTASH } from '../logstash/capability';

/** All programs that render a pipeline. */
export const LOG_CAPABILITIES: readonly LogCapability[] = [FLUENT_BIT, FLUENTD, LOGSTASH];
