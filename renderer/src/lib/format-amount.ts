import type { Locale } from '@core/messages/catalogue';

/** A size as people say it: `19 MB`, `1.2 GB`; decimal, as the services count. */
export function formatBytes(locale: Locale, bytes: number): string {
  const steps = [
    ['kilobyte', 1e3],
    ['megabyte', 1e6],
    ['gigabyte', 1e9],
  ] as const;
  const [unit, size] = steps.findLast(([, least]) => bytes >= least) ?? steps[0];
  const value = bytes / size;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

/** A length of time as people say it, to the minute, below one to the second: `1 hr 5 min`. */
export function formatSpan(locale: Locale, ms: number): string {
  const format = (unit: 'hour' | 'minute' | 'second', value: number): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit }).format(value);
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 60) return format('second', seconds);
  const minutes = Math.round(seconds / 60);
  const parts = [
    ...(minutes >= 60 ? [format('hour', Math.floor(minutes / 60))] : []),
    ...(minutes % 60 === 0 ? [] : [format('minute', minutes % 60)]),
  ];
  return parts.join(' ');
}
