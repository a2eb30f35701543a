import { IpFamily } from '../../host/ip-family';

/** Where ports answer that name no address. */
export interface Answering {
  readonly family: IpFamily;
  /** Whether it is the node's own address alone, which a variable has; that of the pod is no address of the node. */
  readonly answersOnNode: boolean;
}
