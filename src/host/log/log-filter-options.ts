/** What all filters have. */
export interface LogFilterOptions {
  /**
   * What it is called: a-z, 0-9 and '-'.
   *
   * @default - its kind, such as `drop`; the second of a kind needs one
   */
  readonly id?: string;

  /**
   * Ids of the sources whose lines pass through it.
   *
   * @default - every source
   */
  readonly sources?: string[];
}

/** How a part of the text is replaced. */
export interface RedactOptions extends LogFilterOptions {
  /**
   * What stands there instead; plain text.
   *
   * @default [REDACTED]
   */
  readonly replacement?: string;
}

/** A filter in the agent's own language. */
export interface RawLogFilterOptions extends LogFilterOptions {
  /**
   * Text, for an agent whose configuration is text: Fluentd, Alloy, Logstash.
   *
   * @default - none
   */
  readonly text?: string;

  /**
   * Settings, for an agent whose configuration is YAML: Fluent Bit, Vector, OpenTelemetry Collector, Filebeat.
   *
   * @default - none
   */
  readonly settings?: { [key: string]: any };
}
