import { LoadBalancerExposureOptions } from './node-local-exposure-options';

/** An exposure as data. */
export interface Exposure {
  /** The factory that made it. */
  readonly how: 'hostPort' | 'localService' | 'preferSameNode' | 'hostNetwork' | 'nodePort' | 'loadBalancer';
  readonly hostIp?: string;
  /** The Service, of the exposures that make one. */
  readonly service?: LoadBalancerExposureOptions;
  readonly nodePort?: number;
  readonly nodePorts?: { readonly [port: string]: number };
}
