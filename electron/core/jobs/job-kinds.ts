/** What a job can be. Those that have no work yet are known, and refused with a clear error. */
export const jobKinds = ['transcribe', 'align', 'shots', 'export', 'burn-in', 'import'] as const;

export type JobKind = (typeof jobKinds)[number];
