/** The sentences a job may change: of one project, by their ids, or all there are and will be. */
export interface JobScope {
  readonly projectId: string;
  readonly sentenceIds: 'all' | readonly string[];
}

/** Whether two jobs might change the same sentence [JO4]; one without a scope changes none. */
export function doScopesMeet(left: JobScope | undefined, right: JobScope | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  if (left.projectId !== right.projectId) return false;
  if (left.sentenceIds === 'all' || right.sentenceIds === 'all') return true;
  const ids = new Set(left.sentenceIds);
  return right.sentenceIds.some((id) => ids.has(id));
}
