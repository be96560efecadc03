import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react';
import { answerTo, nameOf, startOf, type Step, type Typed } from './answers';
import { ApiError, type Api } from './api';
import { Field, type Choice } from './Field';
import {
  CheckDocument,
  CompanyGroupsDocument,
  ConnectDocument,
  CreateDocument,
  DiscardDocument,
  DraftDocument,
  SaveDocument,
  type CheckMutation,
  type ProblemFragment,
  type ProgressFragment,
  type SetupStep,
} from './generated';
import { Prose } from './Prose';
import { Status } from './Status';

interface Props {
  api: Api;
  started: ProgressFragment;
  created: (name: string) => void;
  leave: () => void;
}

/** The wizard, of which this page knows nothing: steps, questions and what is wrong with an answer come from Patchbay. */
export function AddConnector({ api, started, created, leave }: Props) {
  const [draft, setDraft] = useState(started);
  const [at, setAt] = useState<SetupStep>(started.nextStep);
  const [groups, setGroups] = useState<Choice[]>([]);
  const steps = draft.form?.steps ?? [];
  const here = steps.findIndex((step) => step.step === at);
  const step = steps[here];

  useEffect(() => {
    void api
      .ask(CompanyGroupsDocument, {})
      .then(({ companyGroups }) => setGroups(companyGroups.nodes.map(({ id, name }) => ({ value: id, label: name }))));
  }, [api]);

  if (!step) {
    return <p className="error">This Patchbay no longer knows the system. Discard the draft and start again.</p>;
  }
  const answered = steps.findIndex(({ step: name }) => name === draft.nextStep);
  return (
    <section className="panel" aria-labelledby="wizard">
      <h2 id="wizard">New connector to {draft.system?.name}</h2>
      <ol className="steps">
        {steps.map(({ step: name, title }, index) => (
          <li key={name}>
            <button
              type="button"
              aria-current={name === at ? 'step' : undefined}
              disabled={index > answered}
              onClick={() => setAt(name)}
            >
              {title}
            </button>
          </li>
        ))}
      </ol>
      <StepForm
        key={`${step.step} ${draft.authenticationMethod?.label}`}
        api={api}
        draft={draft}
        step={step}
        groups={groups}
        last={here === steps.length - 1}
        kept={setDraft}
        next={() => setAt(steps[here + 1]?.step ?? at)}
        created={created}
      />
      <div className="actions">
        <button type="button" onClick={leave}>
          Continue later
        </button>
        <button
          type="button"
          onClick={() => void api.ask(DiscardDocument, { draftId: draft.id }).then(leave)}
        >
          Discard
        </button>
      </div>
    </section>
  );
}

interface StepProps {
  api: Api;
  draft: ProgressFragment;
  step: Step;
  groups: Choice[];
  last: boolean;
  kept: (draft: ProgressFragment) => void;
  next: () => void;
  created: (name: string) => void;
}

function StepForm({ api, draft, step, groups, last, kept, next, created }: StepProps) {
  const [typed, setTyped] = useState<Typed>(() => startOf(step));
  const [problems, setProblems] = useState<readonly ProblemFragment[]>([]);
  const [busy, setBusy] = useState(false);
  const [vendor, setVendor] = useState<string>();
  const consent = draft.authenticationMethod?.needsRedirect ?? false;
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [check, setCheck] = useState<CheckMutation['checkConnectorDraft']['check']>();

  const save = useCallback(async (): Promise<ProgressFragment | undefined> => {
    const { saveSetupStep } = await api.ask(SaveDocument, {
      draftId: draft.id,
      version: draft.version,
      answer: answerTo(step, typed),
    });
    setProblems(saveSetupStep.userErrors);
    if (saveSetupStep.userErrors.some(({ code }) => code === 'STALE_VERSION')) {
      // Somebody else went on with this draft: what they answered is shown, what is typed here stays.
      const { draft: current } = await api.ask(DraftDocument, { id: draft.id });
      if (current) kept(current);
    }
    if (saveSetupStep.draft) {
      kept(saveSetupStep.draft);
      // A secret that is kept need not stay in the page.
      setTyped(startOf(saveSetupStep.draft.form?.steps.find(({ step: name }) => name === step.step) ?? step));
    }
    return saveSetupStep.draft ?? undefined;
  }, [api, draft, step, typed, kept]);

  /** Does one thing at a time, and tells what went wrong beyond the rules. */
  async function doing(work: () => Promise<void>) {
    setBusy(true);
    setCheck(undefined);
    try {
      await work();
    } catch (failed) {
      const code = failed instanceof ApiError ? failed.code : '';
      setProblems([{ code: 'INVALID_INPUT', field: null, message: `${(failed as Error).message} ${code}` }]);
    } finally {
      setBusy(false);
    }
  }

  async function test() {
    const saved = await save();
    if (!saved) return;
    const { checkConnectorDraft } = await api.ask(CheckDocument, { draftId: draft.id });
    setProblems(checkConnectorDraft.userErrors);
    setCheck(checkConnectorDraft.check);
  }

  async function goOn() {
    const saved = await save();
    if (!saved) return;
    if (!last) return next();
    if (consent) {
      const { startConnectorAuthorization } = await api.ask(ConnectDocument, { draftId: draft.id });
      setProblems(startConnectorAuthorization.userErrors);
      return setVendor(startConnectorAuthorization.authorizationUrl ?? undefined);
    }
    const { createConnectorFromDraft } = await api.ask(CreateDocument, { draftId: draft.id });
    setProblems(createConnectorFromDraft.userErrors);
    if (createConnectorFromDraft.connector) created(createConnectorFromDraft.connector.name);
  }

  useEffect(() => heading.current?.focus(), []);

  // Where something is wrong, the first field that is about it.
  useEffect(() => {
    if (problems.length > 0) form.current?.querySelector<HTMLElement>('.invalid :is(input, select, textarea)')?.focus();
  }, [problems]);

  const asked = new Set(step.fields.map((field) => nameOf(field.path)));
  const elsewhere = problems.filter(({ field }) => !field || !asked.has(nameOf(field)));
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void doing(goOn);
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {step.title}
      </h3>
      {step.help && <Prose text={step.help} />}
      <div role="alert">
        {elsewhere.map(({ message }) => (
          <p key={message} className="error">
            {message}
          </p>
        ))}
      </div>
      {step.fields.map((field) => (
        <Field
          key={nameOf(field.path)}
          question={field}
          groups={groups}
          value={typed[nameOf(field.path)] ?? ''}
          error={problems.find((problem) => problem.field && nameOf(problem.field) === nameOf(field.path))?.message}
          change={(value) => setTyped((before) => ({ ...before, [nameOf(field.path)]: value }))}
        />
      ))}
      <div role="status">
        {check && (
          <p>
            <Status status={check.status} />
            {check.latencyMs !== null && ` in ${check.latencyMs} ms`}
            {check.hint && `. ${check.hint}`}
          </p>
        )}
      </div>
      {vendor && (
        <p role="status">
          <a href={vendor} target="_blank" rel="noreferrer">
            Say yes on the vendor's page
          </a>{' '}
          within 10 minutes; the connector appears below when you are done.
        </p>
      )}
      <div className="actions">
        <button type="submit" className="primary" disabled={busy}>
          {!last ? 'Next step' : consent ? 'Connect' : 'Create connector'}
        </button>
        {last && draft.checkable && (
          <button type="button" disabled={busy} onClick={() => void doing(test)}>
            Test connection
          </button>
        )}
      </div>
    </form>
  );
}
