import { LogCapability } from './capability';
import { FLUENT_BIT } from '../fluent-bit/capability';
import { VECTOR } from '../vector/capability';

/** All programs that render a pipeline. */
export const LOG_CAPABILITIES: readonly LogCapability[] = [FLUENT_BIT, VECTOR];
