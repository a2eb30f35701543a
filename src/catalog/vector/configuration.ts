import { CREDENTIALS, isInterpolated, sinkLanguage, withoutVariables } from './language';
import { VectorOptions } from './options';
import { shapeOf } from './shapes';
import { sinkOf } from './sinks';
import { Components, Stage, through, together } from './stage';
import { isConfirmed, waysOf, waysTo } from './ways';
import { withoutUndefined } from '../../host/copy';
import { IpFamily } from '../../host/ip-family';
import { LogSurroundings } from '../log/collector';
import { CREDENTIALS_DIRECTORY, credentialVolumes } from '../log/secrets';

/**
 * The whole configuration. Ids of sources are the user's, for positions are kept under them; all others have a `_`, which no id of the user has.
 *
 * @param port where its own metrics are; undefined for nowhere
 */
export function configuration({ settings = {} }: VectorOptions, around: LogSurroundings, port: number | undefined): object {
  const { pipeline, state, context } = around;
  const interpolated = isInterpolated(pipeline);
  const language = sinkLanguage(interpolated);
  const escape = <T>(value: T) => interpolated ? withoutVariables(value) : value;
  const ways = waysOf(around, escape);
  const { sources, transforms } = together(ways.map(({ stage }) => stage));
  const ends = pipeline.sinks.map(sink => {
    const reaching = waysTo(sink, ways);
    const shape = shapeOf(sink);
    const lines: Stage = { sources: {}, transforms: {}, outputs: reaching.flatMap(({ stage }) => stage.outputs) };
    const shaped = shape === undefined ? lines : through(lines, `shape_${sink.id}`, escape(shape));
    return { ...shaped, sink: { [`sink_${sink.id}`]: { ...sinkOf(sink, language, reaching.some(way => isConfirmed(way, pipeline))), inputs: shaped.outputs } } };
  });
  const metrics = port === undefined ? NO_METRICS : metricsOn(`${context.platform.ipFamily === IpFamily.IPV4 ? '0.0.0.0' : '[::]'}:${port}`);
  const all = { ...transforms, ...together(ends).transforms };
  return overridden(withoutUndefined({
    data_dir: state?.directory,
    secret: credentialVolumes(pipeline.sinks).length === 0 ? undefined
      : { [CREDENTIALS]: { type: 'directory', path: CREDENTIALS_DIRECTORY, remove_trailing_whitespace: true } },
    sources: { ...sources, ...metrics.sources },
    transforms: Object.keys(all).length === 0 ? undefined : all,
    sinks: Object.assign({}, ...ends.map(({ sink }) => sink), metrics.sinks),
  }), settings);
}

const NO_METRICS: { readonly sources: Components; readonly sinks: Components } = { sources: {}, sinks: {} };

function metricsOn(address: string): typeof NO_METRICS {
  return {
    sources: { own_metrics: { type: 'internal_metrics' } },
    sinks: { own_metrics_exporter: { type: 'prometheus_exporter', address, inputs: ['own_metrics'] } },
  };
}

function overridden(ours: { readonly [key: string]: unknown }, theirs: { readonly [key: string]: unknown }): object {
  const mapOf = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  const both = Object.entries(theirs).map(([key, value]) => [key, mapOf(value) && mapOf(ours[key]) ? { ...mapOf(ours[key]), ...mapOf(value) } : value]);
  return { ...ours, ...Object.fromEntries(both) };
}
