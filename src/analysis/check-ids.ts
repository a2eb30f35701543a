import { CHECKS } from './checks/all';
import { HOST_PORT_COLLISION } from './host-port-claims';

/** Ids of all checks that may be acknowledged. */
export const CHECK_IDS: ReadonlySet<string> = new Set([...CHECKS.filter(({ acknowledgeable }) => acknowledgeable).map(({ id }) => id), HOST_PORT_COLLISION]);
