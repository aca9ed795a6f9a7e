import type {
  EngineContext,
  EngineEvent,
  EngineProgress,
  EngineSegment,
} from '../../electron/engines/engine';

/** A context that writes down everything an engine tells its caller. */
export interface RecordedContext extends EngineContext {
  readonly reports: EngineProgress[];
  readonly lines: string[];
  readonly reportedSegments: () => EngineSegment[];
}

/** @param onReport called after each report was written down */
export function recordContext(
  signal: AbortSignal = new AbortController().signal,
  onReport: (report: EngineProgress) => void = () => undefined,
): RecordedContext {
  const reports: EngineProgress[] = [];
  const lines: string[] = [];
  return {
    signal,
    reports,
    lines,
    report: onlyOf('progress', (report) => {
      reports.push(report);
      onReport(report);
    }),
    log: (line) => lines.push(line),
    reportedSegments: () => reports.flatMap((report) => report.segments),
  };
}

/** A listener for one kind of what an engine tells. */
export function onlyOf<Kind extends EngineEvent['kind']>(
  kind: Kind,
  take: (event: Extract<EngineEvent, { readonly kind: Kind }>) => void,
): EngineContext['report'] {
  const isOfKind = (event: EngineEvent): event is Extract<EngineEvent, { readonly kind: Kind }> =>
    event.kind === kind;
  return (event) => {
    if (isOfKind(event)) take(event);
  };
}
