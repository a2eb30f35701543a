import { ScraperFilter } from './scraper-filter';
import { invalid } from '../../host/invalid';

/** Refuses what takes nothing: the collector leaves out after it took, and says nothing of what is then missing. */
export function assertFilters(what: string, include: ScraperFilter | undefined, exclude: ScraperFilter | undefined): void {
  const lost = include?._names.filter(name => exclude?._matches(name)) ?? [];
  if (lost.length > 0) {
    throw invalid(`include and exclude of ${what}`, 'about different names', lost, 'what is both taken and left out is left out: take it out of one of the two');
  }
}
