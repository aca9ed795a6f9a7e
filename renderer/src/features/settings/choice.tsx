import { Field } from '../../components/field';
import { Select, type SelectOption } from '../../components/select';

export interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
}

/** A choice under its label. */
export function Choice({ label, value, options, onChange }: ChoiceProps): React.JSX.Element {
  return (
    <Field label={label}>
      {({ id }) => <Select id={id} value={value} options={options} onChange={onChange} />}
    </Field>
  );
}
