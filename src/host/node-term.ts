import { isDnsSubdomain } from './formats';
import { invalid } from './invalid';
import { NodeExpression } from './node-expression';
import type { NodeSelectorTerm } from '../kubernetes/wire/affinity';

/** The conditions of a term. */
export interface NodeTermOptions {
  /**
   * Conditions on labels.
   *
   * @default - none
   */
  readonly matchExpressions?: NodeExpression[];

  /**
   * Conditions on the name of the node: `NodeExpression.in('metadata.name', 'node-1')`.
   *
   * @default - none
   */
  readonly matchFields?: NodeExpression[];
}

/** Conditions on a node that must all hold. Of several terms one is enough. */
export class NodeTerm {
  /**
   * A term of conditions on labels.
   *
   * @param expressions the conditions
   */
  public static all(...expressions: NodeExpression[]): NodeTerm {
    return new NodeTerm({ matchExpressions: expressions });
  }

  /**
   * A term of conditions on labels and on the name.
   *
   * @param options the conditions
   */
  public static of(options: NodeTermOptions): NodeTerm {
    return new NodeTerm(options);
  }

  private readonly expressions: readonly NodeExpression[];
  private readonly fields: readonly NodeExpression[];

  private constructor(options: NodeTermOptions) {
    this.expressions = [...options.matchExpressions ?? []];
    this.fields = [...options.matchFields ?? []];
    if (this.expressions.length + this.fields.length === 0) {
      throw invalid('a node term', 'of at least one condition', options, 'an empty term matches no node');
    }
    for (const field of this.fields) {
      const { key, operator, values = [] } = field._toWire();
      if (key !== 'metadata.name') {
        throw invalid('field of a node term', "'metadata.name'", key, 'use matchExpressions for labels');
      }
      if (!['In', 'NotIn'].includes(operator) || values.length !== 1 || !isDnsSubdomain(values[0])) {
        throw invalid('condition on the name of a node', 'NodeExpression.in or .notIn with one node name', values, 'give each node a term of its own');
      }
    }
  }

  /** @internal */
  public _and(...more: NodeExpression[]): NodeTerm {
    return new NodeTerm({ matchExpressions: [...more, ...this.expressions], matchFields: [...this.fields] });
  }

  /** @internal */
  public _toWire(): NodeSelectorTerm {
    return {
      matchExpressions: this.expressions.length > 0 ? this.expressions.map(e => e._toWire()) : undefined,
      matchFields: this.fields.length > 0 ? this.fields.map(e => e._toWire()) : undefined,
    };
  }
}

/** A term that the scheduler prefers without insisting. */
export interface PreferredNodeTerm {
  /** How much it counts against other preferences, 1 to 100. */
  readonly weight: number;

  /** The term. */
  readonly term: NodeTerm;
}
