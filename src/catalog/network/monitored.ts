import { AgentContext } from '../../core/agent-config';

/** Whether a monitor asks the program itself; one that names its port may mean that of a container beside it. */
export function asksOurs({ options: { monitor } }: AgentContext): boolean {
  return monitor !== undefined && monitor._options.port === undefined;
}
