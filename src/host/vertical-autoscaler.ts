import { copyOf, withoutUndefined } from './copy';
import { isDnsLabel, isDnsSubdomain, isQuantity } from './formats';
import { invalid } from './invalid';
import type { ContainerAutoscaling, VerticalAutoscalerOptions } from './vertical-autoscaler-options';
import { Quantity } from '../kubernetes/quantity';

const RESOURCES = ['cpu', 'memory'];

/**
 * Lets the Vertical Pod Autoscaler find out what the pods of a daemon need. It makes one recommendation for all nodes, from
 * what the pods use on all of them.
 *
 * It is no part of Kubernetes: without its CustomResourceDefinition, `kubectl apply` fails. Its mode `Auto` is not here because
 * it is deprecated, and does what `recreate` does.
 *
 * @see https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/quickstart.md
 */
export class VerticalAutoscaler {
  /**
   * Only recommends: see `kubectl describe vpa`.
   *
   * @param options details
   */
  public static off(options: VerticalAutoscalerOptions = {}): VerticalAutoscaler {
    return new VerticalAutoscaler('Off', options);
  }

  /**
   * Gives each new pod what is recommended, and leaves running ones alone.
   *
   * @param options details
   */
  public static initial(options: VerticalAutoscalerOptions = {}): VerticalAutoscaler {
    return new VerticalAutoscaler('Initial', options);
  }

  /**
   * Also evicts pods whose requests are far from what is recommended; the DaemonSet makes new ones.
   *
   * @param options details
   */
  public static recreate(options: VerticalAutoscalerOptions = {}): VerticalAutoscaler {
    return new VerticalAutoscaler('Recreate', options);
  }

  /**
   * Changes pods while they run, and evicts those of which it cannot. Kubernetes 1.33 and later; autoscaler 1.6 and later, or
   * 1.4 with its feature gate.
   *
   * @param options details
   */
  public static inPlaceOrRecreate(options: VerticalAutoscalerOptions = {}): VerticalAutoscaler {
    return new VerticalAutoscaler('InPlaceOrRecreate', options);
  }

  /** @internal */
  public readonly _options: VerticalAutoscalerOptions;

  private constructor(
    private readonly mode: string,
    options: VerticalAutoscalerOptions,
  ) {
    this._options = copyOf(options);
    const { name, minReplicas, containers = {} } = this._options;
    if (name !== undefined && !isDnsSubdomain(name)) {
      throw invalid('name of the autoscaler', "at most 253 of a-z, 0-9, '-' and '.', with a letter or digit at both ends", name);
    }
    if (minReplicas !== undefined && (!Number.isInteger(minReplicas) || minReplicas < 1)) {
      throw invalid('minReplicas of the autoscaler', 'a whole number from 1', minReplicas);
    }
    Object.entries(containers).forEach(([container, scaling]) => assertScaling(container, scaling));
  }

  /** @internal */
  public _toWire(daemonSet: string): object {
    const { minReplicas, containers = {} } = this._options;
    const containerPolicies = Object.entries(containers).map(([containerName, { enabled, ...rest }]) =>
      withoutUndefined({ containerName, mode: enabled === false ? 'Off' : undefined, ...copyOf(rest) }));
    return withoutUndefined({
      targetRef: { apiVersion: 'apps/v1', kind: 'DaemonSet', name: daemonSet },
      updatePolicy: withoutUndefined({ updateMode: this.mode, minReplicas }),
      resourcePolicy: containerPolicies.length > 0 ? { containerPolicies } : undefined,
    });
  }
}

function assertScaling(container: string, scaling: ContainerAutoscaling): void {
  const { enabled, minAllowed = {}, maxAllowed = {}, controlledResources } = scaling;
  if (container !== '*' && !isDnsLabel(container)) {
    throw invalid('container of the autoscaler', "the name of a container, or '*' for those that are not named", container);
  }
  const others = Object.keys(withoutUndefined(scaling)).filter(prop => prop !== 'enabled');
  if (enabled === false && others.length > 0) {
    throw invalid(`autoscaling of '${container}'`, 'without other props where enabled is false', others);
  }
  if (controlledResources?.some(resource => !RESOURCES.includes(resource)) || controlledResources?.length === 0) {
    throw invalid(`controlledResources of '${container}'`, "'cpu', 'memory' or both", controlledResources);
  }
  assertAmounts(`minAllowed of '${container}'`, minAllowed);
  assertAmounts(`maxAllowed of '${container}'`, maxAllowed);
  for (const [resource, least] of Object.entries(minAllowed)) {
    if (maxAllowed[resource] !== undefined && Quantity.parse(least).compare(Quantity.parse(maxAllowed[resource])) > 0) {
      throw invalid(`minAllowed.${resource} of '${container}'`, `at most maxAllowed.${resource}, '${maxAllowed[resource]}'`, least);
    }
  }
}

function assertAmounts(what: string, amounts: { readonly [resource: string]: string }): void {
  for (const [resource, amount] of Object.entries(amounts)) {
    if (!RESOURCES.includes(resource)) {
      throw invalid(what, "quantities of 'cpu' and 'memory', which is all that the autoscaler scales", resource);
    }
    if (!isQuantity(amount) || !isCountable(resource, Quantity.parse(amount))) {
      throw invalid(`${what} for ${resource}`, resource === 'cpu' ? "whole thousandths such as '100m'" : "whole bytes such as '64Mi'", amount);
    }
  }
}

/** The autoscaler's admission refuses finer amounts. */
function isCountable(resource: string, amount: Quantity): boolean {
  return !amount.isNegative() && (resource === 'cpu' ? amount.roundedToMilli().compare(amount) === 0 : amount.isInteger());
}
