import { SeLinuxOptions } from '../host/security-options';

/**
 * A container that reads and writes files of the node where SELinux is enforcing. Without a level the runtime gives it categories, which all that it
 * makes would have: https://github.com/cilium/cilium/issues/27130
 */
export const UNCONFINED: SeLinuxOptions = { type: 'spc_t', level: 's0' };
