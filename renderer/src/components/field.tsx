import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import styles from './field.module.css';

export interface FieldProps {
  readonly label: string;
  /** A word on what belongs in it. */
  readonly hint?: ReactNode;
  /** What is wrong with what stands in it. */
  readonly problem?: string | undefined;
  /** Gets the ids that tie the control to its label and hint. */
  readonly children: (ties: FieldTies) => ReactNode;
}

export interface FieldTies {
  readonly id: string;
  readonly hintId: string;
  /** Ties the control to hint and problem, and says that it has one. */
  readonly aria: {
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': true | undefined;
  };
}

/** A control under its label, with a hint below. */
export function Field({ label, hint, problem, children }: FieldProps): React.JSX.Element {
  const id = useId();
  const hintId = `${id}-hint`;
  const problemId = `${id}-problem`;
  const described = [
    ...(problem === undefined ? [] : [problemId]),
    ...(hint === undefined ? [] : [hintId]),
  ].join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        hintId,
        aria: {
          'aria-describedby': described === '' ? undefined : described,
          'aria-invalid': problem === undefined ? undefined : true,
        },
      })}
      {problem !== undefined && (
        <p className={styles.problem} id={problemId}>
          {problem}
        </p>
      )}
      {hint !== undefined && (
        <p className={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}

export interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly ref?: Ref<HTMLInputElement>;
}

/** A field for a line of text or a number. */
export function TextInput({ className, ...rest }: TextInputProps): React.JSX.Element {
  return (
    <input
      className={className === undefined ? styles.input : `${styles.input} ${className}`}
      {...rest}
    />
  );
}

/** A field for several lines of code: JSON, say. */
export function TextArea({
  className,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement>): React.JSX.Element {
  const classes = [styles.input, styles.area, className].filter(Boolean).join(' ');
  return <textarea className={classes} {...rest} />;
}

export interface CheckboxProps {
  readonly label: string;
  readonly ref?: Ref<HTMLInputElement>;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly isDisabled?: boolean;
}

/** A choice of yes or no with its label behind it. */
export function Checkbox({
  label,
  ref,
  isChecked,
  onChange,
  isDisabled = false,
}: CheckboxProps): React.JSX.Element {
  return (
    <label className={styles.check}>
      <input
        ref={ref}
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
