import { LogFieldModel } from './model';
import { invalid } from '../invalid';

/** A field of a line, whatever the agent calls it. */
export class LogField {
  /** The text. */
  public static readonly MESSAGE = new LogField({ kind: 'message' });

  /** `stdout` or `stderr`. */
  public static readonly STREAM = new LogField({ kind: 'stream' });

  /** Namespace of the pod. */
  public static readonly NAMESPACE = new LogField({ kind: 'namespace' });

  /** Name of the pod. */
  public static readonly POD = new LogField({ kind: 'pod' });

  /** Name of the container. */
  public static readonly CONTAINER = new LogField({ kind: 'container' });

  /**
   * A label of the pod; the metadata of Kubernetes must have labels.
   *
   * @param label such as `app.kubernetes.io/name`
   */
  public static podLabel(label: string): LogField {
    if (typeof label !== 'string' || !/^([a-z0-9.-]+\/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(label)) {
      throw invalid('label of a log field', "a label such as 'app.kubernetes.io/name'", label);
    }
    return new LogField({ kind: 'podLabel', name: label });
  }

  /**
   * A field at the top that a filter has made, such as one of a JSON line, or that the source has, such as `PRIORITY` of the journal.
   *
   * @param name such as `level`
   */
  public static named(name: string): LogField {
    if (typeof name !== 'string' || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      throw invalid('name of a log field', "letters, digits and '_', no digit first", name);
    }
    return new LogField({ kind: 'named', name });
  }

  private constructor(private readonly model: LogFieldModel) {}

  /** @internal */
  public get _model(): LogFieldModel {
    return this.model;
  }
}
