import { useId, type ReactNode } from 'react';
import type { Question } from './answers';
import { Prose } from './Prose';

export interface Choice {
  value: string;
  label: string;
  available?: boolean;
  help?: string | null;
}

interface Props {
  question: Question;
  /** Company groups, for the kind that asks for one. */
  groups: Choice[];
  value: string;
  error: string | undefined;
  change: (value: string) => void;
}

// More than this would be a wall of radio buttons; but a list that opens has no room for explanations.
const MOST_RADIOS = 6;

/** Any question of the wizard: its kind tells the control, and a kind that is new to this page is a line of text. */
export function Field({ question, groups, value, error, change }: Props) {
  const id = useId();
  const choices: Choice[] = question.kind === 'COMPANY_GROUP' ? groups : (question.options ?? []);
  const common = {
    id,
    name: question.path.join('.'),
    required: question.required && !question.isSet,
    'aria-invalid': error !== undefined,
    'aria-describedby': `${id}-help ${id}-error`,
  };
  const about = (
    <About id={id} question={question} error={error} saved={question.secret && question.isSet && value === ''} />
  );

  const className = error === undefined ? 'field' : 'field invalid';
  const explained = choices.some((choice) => choice.help);
  if (question.kind === 'CHOICE' && (explained || choices.length <= MOST_RADIOS)) {
    return (
      <fieldset className={className} aria-describedby={common['aria-describedby']}>
        <legend>
          <Label question={question} />
        </legend>
        {choices.map((choice) => (
          <Radio key={choice.value} name={common.name} choice={choice} chosen={choice.value === value} change={change} />
        ))}
        {about}
      </fieldset>
    );
  }
  return (
    <div className={className}>
      <label htmlFor={id}>
        <Label question={question} />
      </label>
      {control()}
      {about}
    </div>
  );

  function control(): ReactNode {
    const typed = {
      ...common,
      value,
      placeholder: question.example ?? '',
      spellCheck: false,
      autoComplete: question.secret ? 'new-password' : 'off',
    };
    switch (question.kind) {
      case 'CHOICE':
      case 'COMPANY_GROUP':
        return (
          <select {...common} value={value} onChange={(event) => change(event.target.value)}>
            <option value="">Choose…</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value} disabled={choice.available === false}>
                {choice.label}
              </option>
            ))}
          </select>
        );
      case 'CHOICE_OR_TEXT':
        return (
          <>
            <input {...typed} list={`${id}-options`} onChange={(event) => change(event.target.value)} />
            <datalist id={`${id}-options`}>
              {choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </datalist>
          </>
        );
      case 'MULTILINE':
        return <textarea {...typed} rows={5} onChange={(event) => change(event.target.value)} />;
      default:
        return (
          <input
            {...typed}
            type={question.secret ? 'password' : 'text'}
            inputMode={question.kind === 'NUMBER' ? 'numeric' : question.kind === 'URL' ? 'url' : 'text'}
            onChange={(event) => change(event.target.value)}
          />
        );
    }
  }
}

function Label({ question }: { question: Question }) {
  return (
    <>
      {question.label}
      {!question.required && <span className="muted"> (optional)</span>}
    </>
  );
}

interface RadioProps {
  name: string;
  choice: Choice;
  chosen: boolean;
  change: (value: string) => void;
}

function Radio({ name, choice, chosen, change }: RadioProps) {
  const id = useId();
  return (
    <div className="radio">
      <input
        type="radio"
        id={id}
        name={name}
        checked={chosen}
        disabled={choice.available === false}
        aria-describedby={`${id}-help`}
        onChange={() => change(choice.value)}
      />
      <div>
        <label htmlFor={id}>{choice.label}</label>
        <div id={`${id}-help`} className="help">
          {choice.help && <Prose text={choice.help} />}
        </div>
      </div>
    </div>
  );
}

interface AboutProps {
  id: string;
  question: Question;
  error: string | undefined;
  saved: boolean;
}

function About({ id, question, error, saved }: AboutProps) {
  return (
    <>
      <div id={`${id}-help`} className="help">
        {saved && <p>Saved. Leave it empty to keep it.</p>}
        {question.help && <Prose text={question.help} />}
      </div>
      <p id={`${id}-error`} className="error">
        {error}
      </p>
    </>
  );
}
