import { LogCapability } from './capability';
import { FLUENT_BIT } from '../fluent-bit/capability';
import { OPEN_TELEMETRY_LOGS } from '../open-telemetry-logs/capability';

/** All programs that render a pipeline. */
export const LOG_CAPABILITIES: readonly LogCapability[] = [FLUENT_BIT, OPEN_TELEMETRY_LOGS];
