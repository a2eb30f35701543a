import { NodePlatform } from '../host/node-platform';

/** What rendering needs to know besides the daemon itself. */
export interface RenderContext {
  /** Whether the defaults of `HARDENED` are added. */
  readonly hardened: boolean;
  readonly platform: NodePlatform;
}
