import { invalid, listed } from '../../host/invalid';
import { SinkModel } from '../../host/log/model';
import { IMAGES } from '../images';

/**
 * What of fluent/fluentd-kubernetes-daemonset has the plugin of a sink. What is missing here, every image has.
 * @see https://github.com/fluent/fluentd-kubernetes-daemonset/tree/master/docker-image/v1.19
 */
const BY_SINK: { readonly [kind in SinkModel['kind']]?: string } = {
  elasticsearch: IMAGES.fluentdElasticsearch,
  openSearch: IMAGES.fluentdOpenSearch,
  kafka: IMAGES.fluentdKafka,
  cloudWatch: IMAGES.fluentdCloudWatch,
  s3: IMAGES.fluentdS3,
};

const WITHOUT_IMAGE: { readonly [kind in SinkModel['kind']]?: string } = { loki: 'fluent-plugin-grafana-loki', splunkHec: 'fluent-plugin-splunk-hec' };

/** The image that has what all sinks need; where there is none, the user has to have one. */
export function imageOf(sinks: readonly SinkModel[], given: string | undefined): string {
  if (given !== undefined) {
    return given;
  }
  const lonely = sinks.find(({ kind }) => WITHOUT_IMAGE[kind] !== undefined);
  if (lonely !== undefined) {
    throw invalid('container.image of LogAgent.fluentd()', `given with the sink '${lonely.id}', whose plugin is in no image of fluent/fluentd-kubernetes-daemonset`, given,
      `build one with the gem ${WITHOUT_IMAGE[lonely.kind]}, and write container: { image: 'example.com/fluentd:1.19.3' }`);
  }
  const needing = sinks.filter(({ kind }) => BY_SINK[kind] !== undefined);
  const images = [...new Set(needing.map(({ kind }) => BY_SINK[kind]!))];
  if (images.length > 1) {
    throw invalid('container.image of LogAgent.fluentd()', `given with the sinks ${listed(needing.map(({ id }) => id))}, each of which has its plugin in another image`, given,
      "build one with the plugins of all, and write container: { image: 'example.com/fluentd:1.19.3' }");
  }
  return images[0] ?? IMAGES.fluentd;
}
