import { MultilineModel, MultilinePreset } from './model';
import { assertRegularExpression, podNames } from './names';
import { assertStruct } from './values';
import { copyOf } from '../copy';
import { invalid } from '../invalid';

/** Whose lines are joined. Names may have `*` for any part. Of files, all lines are. */
export interface MultilineOptions {
  /**
   * Namespaces.
   *
   * @default - every namespace
   */
  readonly namespaces?: string[];

  /**
   * Pods, by name.
   *
   * @default - every pod
   */
  readonly pods?: string[];

  /**
   * Containers, by name.
   *
   * @default - every container
   */
  readonly containers?: string[];

  /**
   * After how many seconds without another line an entry is sent.
   *
   * @default 2
   */
  readonly flushSeconds?: number;
}

/** How the lines of an entry are known; at least one of the two. */
export interface MultilinePatternOptions extends MultilineOptions {
  /**
   * Regular expression of the first line of an entry.
   *
   * @default - any line that `continuation` does not match
   */
  readonly firstLine?: string;

  /**
   * Regular expression of each further line.
   *
   * @default - any line that `firstLine` does not match
   */
  readonly continuation?: string;
}

/** Lines of one entry, such as a stack trace, that are joined after those that the container runtime had cut. */
export class Multiline {
  /**
   * Stack traces of Java, Kotlin and Scala.
   *
   * @param options whose lines
   */
  public static java(options: MultilineOptions = {}): Multiline {
    return Multiline.preset('java', options, {
      firstLine: '^(Exception in thread .+|([\\w$]+\\.)+\\w*(Exception|Error|Throwable)(:|$))',
      continuation: '^(\\s+at \\S|\\s+\\.\\.\\. \\d+ (more|common frames omitted)|\\s*(Caused by|Suppressed): )',
    });
  }

  /**
   * Tracebacks of Python.
   *
   * @param options whose lines
   */
  public static python(options: MultilineOptions = {}): Multiline {
    return Multiline.preset('python', options, {
      firstLine: '^Traceback \\(most recent call last\\):',
      continuation: '^(\\s+\\S|[\\w.]+(Error|Exception|Warning|Interrupt|Exit)(:|$)|During handling of the above|The above exception was|$)',
    });
  }

  /**
   * Panics of Go.
   *
   * @param options whose lines
   */
  public static go(options: MultilineOptions = {}): Multiline {
    return Multiline.preset('go', options, {
      firstLine: '^(panic: |fatal error: |http: panic serving)',
      continuation: '^(goroutine \\d+ \\[|\\[signal |\\t|created by |\\S+\\(.*\\)$|exit status \\d|$)',
    });
  }

  /**
   * Stack traces of .NET.
   *
   * @param options whose lines
   */
  public static dotnet(options: MultilineOptions = {}): Multiline {
    return Multiline.preset('dotnet', options, {
      firstLine: '^(Unhandled exception\\. )?([\\w+]+\\.)+\\w*Exception(:|$)',
      continuation: '^(\\s+at \\S|\\s*---> |\\s+--- End of |--- End of stack trace )',
    });
  }

  /**
   * Entries that are known by a pattern of your own.
   *
   * @param options patterns and whose lines
   */
  public static pattern(options: MultilinePatternOptions): Multiline {
    const { firstLine, continuation } = assertStruct('options of a multi-line entry', options, "{ firstLine: '^\\\\d{4}-' }");
    if (firstLine === undefined && continuation === undefined) {
      throw invalid('pattern of a multi-line entry', 'given as firstLine or continuation', options, "write firstLine: '^\\\\d{4}-'");
    }
    for (const [what, pattern] of Object.entries({ firstLine, continuation })) {
      if (pattern !== undefined) {
        assertRegularExpression(`${what} of a multi-line entry`, pattern);
      }
    }
    return Multiline.preset('own', options, { firstLine, continuation });
  }

  private static preset(preset: MultilinePreset, options: MultilineOptions, patterns: Pick<MultilineModel, 'firstLine' | 'continuation'>): Multiline {
    const { namespaces, pods, containers, flushSeconds = 2 } = copyOf(assertStruct('options of a multi-line entry', options, "{ namespaces: ['shop'] }"));
    if (typeof flushSeconds !== 'number' || !(flushSeconds > 0 && flushSeconds <= 3600)) {
      throw invalid('flushSeconds of a multi-line entry', 'a number of seconds above 0, at most 3600', flushSeconds);
    }
    return new Multiline({ preset, ...patterns, only: podNames('a multi-line entry', { namespaces, pods, containers }), flushSeconds });
  }

  private constructor(private readonly model: MultilineModel) {}

  /** @internal */
  public get _model(): MultilineModel {
    return this.model;
  }
}
