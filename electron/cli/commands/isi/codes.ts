import { type ExitCode, exitCodes } from '@core/errors/error-codes';
import { explainUnlistedCode } from '@isi/explain-unlisted-code';
import { findRemedy } from '@isi/describe-vendor-error';
import { searchVendorErrors } from '@isi/search-vendor-errors';
import { type VendorErrorEntry, vendorRetries } from '@isi/vendor-error-entry';
import type { Studio } from '../../../services/studio';
import { type ParsedArguments, usageError } from '../../parse-arguments';
import { type Terminal, say, print, printJson } from '../../terminal';

/**
 * `zimu isi codes [CODE|TEXT]`: what the vendor's codes mean; all of them as a table. Of a code that
 * is not among them, what its kind means.
 * @throws StudioError `usage/invalid` for words that no row holds
 */
export function codes(
  _studio: Studio,
  parsed: ParsedArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const text = parsed.files.join(' ').trim();
  const listed = searchVendorErrors(text);
  const unlisted = listed.length === 0 ? explainUnlistedCode(text) : undefined;
  const entries = unlisted === undefined ? listed : [unlisted];
  if (entries.length === 0) throw usageError(terminal, 'isi.codes.none', { text });
  const isListed = unlisted === undefined;
  const found = entries.map((entry) => ({ ...toReadable(entry, terminal), isListed }));
  if (parsed.flags.has('json')) {
    printJson(terminal, found);
  } else if (text === '') {
    print(terminal, formatTable(found, terminal));
  } else {
    if (!isListed) print(terminal, `${say(terminal, 'isi.codes.unlisted', { text })}\n\n`);
    print(terminal, found.map((entry) => formatEntry(entry, terminal)).join('\n'));
  }
  return Promise.resolve(exitCodes.done);
}

/** A row of the catalogue in one language, as `--json` prints it. */
type ReadableEntry = ReturnType<typeof toReadable>;

function toReadable(entry: VendorErrorEntry, { locale }: Terminal) {
  const language = locale === 'zh-CN' ? 1 : 0;
  const { id, code, name, scopes, message, retry, outcome, errorCode } = entry;
  return {
    id,
    code: code ?? null,
    name,
    scopes,
    message: message ?? null,
    cause: entry.cause[language],
    remedy: findRemedy(entry, 'terminal')[language],
    outcome,
    retry,
    isRetryable: vendorRetries[retry].self,
    errorCode,
  };
}

function formatTable(entries: readonly ReadableEntry[], terminal: Terminal): string {
  const cells = entries.map(({ code, name, cause }) => {
    const shown = code ?? '-';
    return [shown, name === shown ? '' : name, cause] as const;
  });
  const widthOf = (column: 0 | 1): number => Math.max(...cells.map((row) => row[column].length));
  const [codeWidth, nameWidth] = [widthOf(0), widthOf(1)];
  const rows = cells.map(
    ([code, name, cause]) => `${code.padEnd(codeWidth)}  ${name.padEnd(nameWidth)}  ${cause}\n`,
  );
  return `${rows.join('')}${say(terminal, 'isi.codes.count', { count: entries.length })}\n`;
}

function formatEntry(entry: ReadableEntry, terminal: Terminal): string {
  const { code, name, scopes, message, cause, remedy, outcome, retry } = entry;
  const lines = [
    ['isi.codes.meaning', say(terminal, `isi.outcome.${outcome}`)],
    ['isi.codes.cause', cause],
    ['isi.codes.remedy', remedy],
    ['isi.codes.retry', say(terminal, `isi.retry.${retry}`)],
    ['isi.codes.where', scopes.map((scope) => say(terminal, `isi.scope.${scope}`)).join(' · ')],
    ...(message === null ? [] : [['isi.codes.message', message] as const]),
  ] as const;
  const title = [code ?? '-', ...(name === code ? [] : [name])].join('  ');
  return [title, ...lines.map(([key, value]) => `  ${say(terminal, key)} ${value}`), ''].join('\n');
}
