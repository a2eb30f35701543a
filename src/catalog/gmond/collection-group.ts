/** A metric of gmond. */
export interface GmondMetric {
  /** Its name, such as `load_one`. */
  readonly name: string;

  /**
   * Change of the value at which it is sent at once.
   *
   * @default - none; it is sent when the time of the group is over
   */
  readonly valueThreshold?: number;

  /**
   * Text for people.
   *
   * @default - that of the metric
   */
  readonly title?: string;
}

/** Metrics that are measured at the same time. */
export interface GmondCollectionGroup {
  /** The metrics. */
  readonly metrics: GmondMetric[];

  /**
   * Seconds from one measurement to the next.
   *
   * @default 60
   */
  readonly collectEvery?: number;

  /**
   * Whether they are measured once, when gmond starts. Not together with `collectEvery`.
   *
   * @default false
   */
  readonly collectOnce?: boolean;

  /**
   * Seconds after which they are sent at the latest.
   *
   * @default 3600
   */
  readonly timeThreshold?: number;
}

/** A module of gmond besides its own. */
export interface GmondModule {
  /** Its name, by which gmond finds it. */
  readonly name: string;

  /**
   * Its library.
   *
   * @default - none: it is in gmond
   */
  readonly path?: string;

  /**
   * Its language, such as `python`.
   *
   * @default - C
   */
  readonly language?: string;

  /**
   * A text that it is told.
   *
   * @default - none
   */
  readonly params?: string;

  /**
   * Values that it is told, by their names. They are no place for credentials.
   *
   * @default - none
   */
  readonly parameters?: { [name: string]: string };
}
