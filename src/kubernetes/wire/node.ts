import type { ObjectMeta } from './meta';
import type { Quantity } from './scalar';

export interface Node {
  metadata?: ObjectMeta;
  spec?: NodeSpec;
  status?: NodeStatus;
}

export interface NodeSpec {
  taints?: Taint[];
  unschedulable?: boolean;
}

export interface NodeStatus {
  allocatable?: Record<string, Quantity>;
}

export interface Taint {
  key: string;
  value?: string;
  effect: string;
}
