import { invalid } from '../../host/invalid';
import { assertPattern, goPattern } from '../go-values';

/** Which devices, file systems, interfaces or processes a scraper takes or leaves out. */
export class ScraperFilter {
  /**
   * Those with one of these names.
   *
   * @param names the names
   */
  public static exactly(...names: string[]): ScraperFilter {
    return new ScraperFilter('strict', names);
  }

  /**
   * Those whose name has a match of one of these regular expressions (RE2). A match may be anywhere: `^` and `$` stand for the ends.
   *
   * @param patterns the regular expressions
   */
  public static matching(...patterns: string[]): ScraperFilter {
    patterns.forEach(pattern => assertPattern('pattern of a scraper', pattern));
    return new ScraperFilter('regexp', patterns);
  }

  private constructor(private readonly matchType: 'strict' | 'regexp', private readonly values: readonly string[]) {
    if (values.length === 0) {
      throw invalid('a filter of a scraper', 'given at least one name', values, 'leave the filter out to take all');
    }
  }

  /** @internal */
  public _toConfig(key: string): object {
    return { [key]: [...this.values], match_type: this.matchType };
  }

  /** @internal */
  public get _names(): readonly string[] {
    return this.matchType === 'strict' ? this.values : [];
  }

  /** @internal */
  public _matches(name: string): boolean {
    return this.matchType === 'strict' ? this.values.includes(name) : this.values.some(pattern => goPattern(pattern)!.test(name));
  }
}
