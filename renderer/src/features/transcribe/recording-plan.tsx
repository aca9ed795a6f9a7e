import type { EngineFacts } from '@contract/api';
import { describeChannels } from '@isi/describe-channels';
import { Fragment, type ReactNode } from 'react';
import { Button } from '../../components/button';
import { ErrorNotice } from '../../components/error-notice';
import { Spinner } from '../../components/spinner';
import { formatBytes, formatSpan } from '../../lib/format-amount';
import {
  type Translate,
  useErrorTexts,
  useLocale,
  useSettings,
  useTexts,
} from '../../state/studio-context';
import styles from './recording-plan.module.css';
import type { PlanSummary } from './summarise-plans';
import type { PlanState } from './use-plans';

export interface RecordingPlanProps {
  readonly engine: EngineFacts;
  readonly plan: PlanState;
  readonly onRetry: () => void;
}

/** What is known, and what would be done, before anything is. */
export function RecordingPlan({ engine, plan, onRetry }: RecordingPlanProps): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  return (
    <section className={styles.plan} aria-label={t('transcribe.plan')}>
      {plan.state === 'loading' && (
        <div className={styles.loading}>
          <Spinner label={t('transcribe.plan.loading')} />
        </div>
      )}
      {plan.state === 'failed' && (
        <ErrorNotice text={describe(plan.error)}>
          <Button onClick={onRetry}>{t('app.retry')}</Button>
        </ErrorNotice>
      )}
      {plan.state === 'ready' && (
        <Facts engine={engine} summary={plan.summary} listened={plan.listened} />
      )}
    </section>
  );
}

function Facts({
  engine,
  summary,
  listened,
}: {
  readonly engine: EngineFacts;
  readonly summary: PlanSummary;
  readonly listened: number;
}): React.JSX.Element {
  const t = useTexts();
  const locale = useLocale();
  const cloud = useSettings(({ settings }) => settings.cloud);
  const { upload, estimatedMs, durationMs } = summary;
  const duration =
    durationMs === undefined ? t('transcribe.plan.unknownLength') : formatSpan(locale, durationMs);
  const facts: [label: string, ReactNode][] = [
    [t('transcribe.plan.recording'), describeRecording(t, locale, summary, duration)],
  ];
  if (upload === undefined) {
    const { needsNetwork, texts } = engine;
    const leaves = needsNetwork
      ? t(texts.sends ?? 'transcribe.plan.goes.other', { duration })
      : t('transcribe.plan.nothingLeaves');
    facts.push([t('transcribe.plan.leaves'), leaves]);
  } else if (upload.isByAddress) {
    const region = t(`transcribe.plan.region.${upload.region}`);
    facts.push([t('transcribe.plan.leaves'), t('transcribe.plan.goes.address', { region })]);
  } else {
    const sent = {
      duration,
      size: formatBytes(locale, upload.sizeBytes),
      region: t(`transcribe.plan.region.${upload.region}`),
    };
    const keeps = cloud?.keepsUploads === true ? engine.texts.sendsAndKeeps : undefined;
    const sends = keeps ?? engine.texts.sends ?? 'transcribe.plan.goes.other';
    facts.push([t('transcribe.plan.leaves'), t(sends, sent)]);
    facts.push([t('transcribe.plan.converted'), <Conversions key="" summary={summary} />]);
    const { limits } = engine.texts;
    if (limits !== undefined) facts.push([t('transcribe.plan.limits'), t(limits)]);
  }
  if (upload !== undefined && (upload.listensFirst || upload.channels.length > 0)) {
    const channels = upload.listensFirst ? (
      <span role="status">
        {t('transcribe.plan.channels.listening', { percent: Math.floor(100 * listened) })}
      </span>
    ) : (
      <Channels key="" channels={upload.channels} isOneOfMany={summary.count > 1} />
    );
    facts.push([t('transcribe.plan.channels'), channels]);
  }
  if (estimatedMs !== undefined) {
    const span = formatSpan(locale, estimatedMs);
    const { takes } = engine.texts;
    facts.push([
      t('transcribe.plan.takes'),
      takes === undefined ? span : t(takes, { duration: span }),
    ]);
  }
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd className="tabular">{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Conversions({ summary }: { readonly summary: PlanSummary }): React.JSX.Element {
  const t = useTexts();
  const conversions = summary.upload?.conversions ?? [];
  if (conversions.length === 0) return <>{t('transcribe.plan.asIs')}</>;
  return (
    <>
      {conversions.map(({ reason, parts }) => (
        <p key={reason}>
          {t(`transcribe.convert.${reason}`, { parts, format: summary.formats.join(', ') })}
        </p>
      ))}
    </>
  );
}

function Channels({
  channels,
  isOneOfMany,
}: {
  readonly channels: NonNullable<PlanSummary['upload']>['channels'];
  readonly isOneOfMany: boolean;
}): React.JSX.Element {
  const t = useTexts();
  const locale = useLocale();
  const blank = locale === 'zh-CN' ? '' : ' ';
  return (
    <>
      {channels.map(({ decision, count, billedMs }) => {
        const billed = billedMs === undefined ? undefined : formatSpan(locale, billedMs);
        const [why = '', what = '', ...rest] = describeChannels(t, decision, billed);
        const about = isOneOfMany ? t('transcribe.plan.channels.many', { count }) + blank : '';
        return (
          <Fragment key={why + rest.join('')}>
            <p>{about + why + blank + what}</p>
            {rest.map((sentence, index) => {
              // What speaks against a decision comes first of the rest.
              const isWarning = index === 0 && decision.warning !== undefined;
              return (
                <p key={sentence} className={isWarning ? styles.warning : undefined}>
                  {sentence}
                </p>
              );
            })}
          </Fragment>
        );
      })}
    </>
  );
}

function describeRecording(
  t: Translate,
  locale: Parameters<typeof formatBytes>[0],
  { count, sizeBytes, formats, hasVideo }: PlanSummary,
  duration: string,
): string {
  return [
    ...(count > 1 ? [t('transcribe.plan.recordings', { count })] : []),
    duration,
    formatBytes(locale, sizeBytes),
    formats.join(', '),
    ...(hasVideo ? [t('transcribe.plan.video')] : []),
  ].join(' · ');
}
