import type { EngineContext, EngineProgress, EngineSegment } from '../../electron/engines/engine';

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
    onProgress: (report) => {
      reports.push(report);
      onReport(report);
    },
    log: (line) => lines.push(line),
    reportedSegments: () => reports.flatMap((report) => report.segments),
  };
}
