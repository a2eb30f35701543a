import { Specimen } from './specimen';
import {
  ExactPlacementOptions, LabelExpression, LabelSelector, NodeExpression, NodePlacement, NodeTerm, PodAffinityTerm, TaintEffect, Toleration,
  TolerationOperator,
} from '../../src';

const SELECTOR: LabelSelector = { matchLabels: { app: 'cache' }, matchExpressions: [LabelExpression.in('tier', 'node')] };
const PODS = PodAffinityTerm.of({
  topologyKey: 'kubernetes.io/hostname',
  labelSelector: SELECTOR,
  namespaces: ['default'],
  namespaceSelector: SELECTOR,
  matchLabelKeys: ['version'],
  mismatchLabelKeys: ['zone'],
});
const POD_AFFINITY = { required: [PODS], preferred: [{ weight: 10, term: PODS }] };
const TERM = NodeTerm.of({
  matchExpressions: [NodeExpression.in('disk', 'ssd')],
  matchFields: [NodeExpression.in('metadata.name', 'node-1')],
});

/** Uses of the fields that choose nodes. */
export const PLACEMENT_SPECIMENS: readonly Specimen[] = [
  placed('ExactPlacementOptions.nodeSelector', { nodeSelector: { disk: 'ssd' } }),
  placed('ExactPlacementOptions.required', { required: [TERM] }),
  placed('ExactPlacementOptions.preferred', { preferred: [{ weight: 1, term: TERM }] }),
  placed('ExactPlacementOptions.podAffinity', { podAffinity: POD_AFFINITY }),
  placed('ExactPlacementOptions.podAntiAffinity', { podAntiAffinity: POD_AFFINITY }),
  placed('ExactPlacementOptions.tolerations', {
    tolerations: [
      Toleration.of({ key: 'dedicated', operator: TolerationOperator.EQUAL, value: 'logs', effect: TaintEffect.NO_EXECUTE, tolerationSeconds: 60 }),
    ],
  }),
];

function placed(api: string, options: ExactPlacementOptions): Specimen {
  return { api, props: { placement: NodePlacement.exactly(options) } };
}
