import { LogPipeline } from './pipeline';
import { SinkModel } from '../../host/log/model';

/** All texts of a pipeline in which a variable may stand. */
export function textsOf({ filters, sinks }: LogPipeline): (string | undefined)[] {
  return [...filters.flatMap(filter => filter.kind === 'addFields' ? Object.values(filter.fields) : []), ...sinks.flatMap(ofSink)];
}

function ofSink(sink: SinkModel): (string | undefined)[] {
  const server = 'server' in sink ? [sink.server.host] : [];
  const login = 'login' in sink ? [sink.login?.username] : [];
  const headers = 'headers' in sink ? Object.values(sink.headers) : [];
  const aws = 'aws' in sink ? [sink.aws.region, sink.aws.endpoint, sink.aws.roleArn] : [];
  const own = (): (string | undefined)[] => {
    switch (sink.kind) {
      case 'elasticsearch':
      case 'openSearch': return [sink.index, sink.pipeline];
      case 'loki': return [sink.tenant, ...Object.values(sink.labels)];
      case 'kafka': return [...sink.brokers, sink.topic, sink.sasl?.username];
      case 'http': return [sink.path];
      case 'splunkHec': return [sink.index, sink.source, sink.sourcetype];
      case 'cloudWatch': return [sink.group, sink.streamPrefix];
      case 's3': return [sink.bucket, sink.prefix];
      default: return [];
    }
  };
  return [...server, ...login, ...headers, ...aws, ...own()];
}
