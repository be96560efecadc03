import type { ProgressFragment, SetupAnswerInput } from './generated';

export type Step = NonNullable<ProgressFragment['form']>['steps'][number];
export type Question = Step['fields'][number];

/** What is typed, by the path of its question. */
export type Typed = Record<string, string>;

/** One name for a path, as it comes in questions and in user errors. */
export const nameOf = (path: readonly string[]): string => path.join('.');

/** What a step starts with: the draft's answers, else what is right for most. */
export function startOf(step: Step): Typed {
  return Object.fromEntries(
    step.fields.map((field) => [nameOf(field.path), field.value ?? (field.isSet ? '' : (field.defaultValue ?? ''))]),
  );
}

/** The answer to a step, each value where its question's path says. What is empty is left out. */
export function answerTo(step: Step, typed: Typed): SetupAnswerInput {
  switch (step.step) {
    case 'GENERAL':
      return { general: values(step, typed) };
    case 'TIME_AND_DATE':
      return { timeAndDate: values(step, typed) };
    case 'AUTHENTICATION':
      return { authentication: values(step, typed) };
    case 'CREDENTIALS':
      return { credentials: { credentials: step.fields.flatMap((field) => credential(field, typed)) } };
  }
}

function values(step: Step, typed: Typed): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field of step.fields) {
    const value = typed[nameOf(field.path)];
    if (value) put(values, field.path, field.kind === 'NUMBER' ? Number(value) : value);
  }
  return values;
}

/** An empty field clears what was kept; a secret that is kept already and not typed again stays. */
function credential(field: Question, typed: Typed): { key: string; value: string }[] {
  const value = typed[nameOf(field.path)] ?? '';
  return field.secret && value === '' ? [] : [{ key: field.key, value }];
}

function put(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first, ...rest] = path;
  if (first === undefined) return;
  if (rest.length === 0) {
    into[first] = value;
  } else {
    const inner = (into[first] ??= {}) as Record<string, unknown>;
    put(inner, rest, value);
  }
}
