import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Field, TextInput } from '../../../components/field';
import { useComposedText } from '../../../lib/use-composed-text';
import { useLocale, useTexts } from '../../../state/studio-context';
import { listModelChoices, type ModelChoice, toChoiceId } from './list-model-choices';
import { ModelMarks } from './model-marks';
import styles from './model-picker.module.css';

export interface ModelPickerProps {
  /** Undefined: not known. */
  readonly chosen: ModelChoice | undefined;
  readonly onChoose: (choice: ModelChoice | undefined) => void;
}

/**
 * The vendor's table of models with a search. The focus stays in the field; the arrow keys move in
 * the list and Enter chooses, as in a combobox.
 */
export function ModelPicker({ chosen, onChoose }: ModelPickerProps): React.JSX.Element {
  const t = useTexts();
  const locale = useLocale();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const composed = useComposedText(setTyped, (whole) => {
    setText(whole);
    setActive(0);
  });
  const choices = useMemo(() => listModelChoices(text), [text]);
  /** First of all "not known", where nothing is searched for. */
  const rows: readonly (ModelChoice | undefined)[] = useMemo(
    () => (text.trim() === '' ? [undefined, ...choices] : choices),
    [text, choices],
  );
  const chosenId = chosen === undefined ? '' : toChoiceId(chosen.name, chosen.model);
  const findChosen = (): number =>
    Math.max(
      0,
      rows.findIndex((row) => (row?.id ?? '') === chosenId),
    );
  const [active, setActive] = useState(findChosen);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active, rows]);

  const move = (event: KeyboardEvent): void => {
    // The input method has these keys while it composes.
    if (event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 6,
      PageUp: -6,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive(Math.min(rows.length - 1, Math.max(0, active + step)));
    } else if (event.key === 'Enter' && rows.length > 0) {
      // Not yet the form: a model is chosen first.
      event.preventDefault();
      onChoose(rows[active]);
    }
  };
  return (
    <div className={styles.picker}>
      <Field label={t('cloud.appkey.model')} hint={t('cloud.model.unknownHint')}>
        {({ id, aria }) => (
          <>
            <TextInput
              id={id}
              role="combobox"
              aria-expanded
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={rows.length === 0 ? undefined : `${listId}-${active}`}
              placeholder={t('cloud.model.search')}
              autoComplete="off"
              spellCheck={false}
              value={typed}
              {...composed}
              onKeyDown={move}
              {...aria}
            />
            <div
              ref={list}
              className={styles.list}
              id={listId}
              role="listbox"
              aria-label={t('cloud.model.list')}
            >
              {rows.map((row, index) => (
                <div
                  key={row?.id ?? ''}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={(row?.id ?? '') === chosenId}
                  className={styles.option}
                  data-active={index === active || undefined}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => {
                    setActive(index);
                    onChoose(row);
                  }}
                >
                  {row === undefined ? (
                    <span className={styles.unknown}>{t('cloud.model.unknown')}</span>
                  ) : (
                    <>
                      <span className={styles.language}>
                        {row.model.language[locale === 'zh-CN' ? 1 : 0]}
                      </span>
                      <span className={styles.name}>{row.name}</span>
                      <ModelMarks model={row.model} />
                    </>
                  )}
                </div>
              ))}
              {rows.length === 0 && <p className={styles.none}>{t('cloud.model.none')}</p>}
            </div>
          </>
        )}
      </Field>
      <p className="visually-hidden" role="status">
        {t('cloud.model.count', { count: choices.length })}
      </p>
    </div>
  );
}
