// A dialog for one decision: what will happen is said in it, and its button does it once.
import { element } from './element.js';

let ids = 0;

/**
 * Opens a dialog and resolves when it is closed: with what `run` answered, or null when it was left.
 * `validate` says whether it may begin, at once or later. `run` does the work; an error it throws is shown and the dialog
 * stays. Until both are done, a second press does nothing.
 */
export function openDialog({ title, content, confirm, cancel, busy, tone = '', run, explain, validate = () => true }) {
  const heading = element('h2', { id: `dialog-${++ids}` }, title);
  const problem = element('p', { className: 'notice danger', role: 'alert' });
  const doIt = element('button', { type: 'submit', className: `button primary ${tone}` }, confirm);
  const leave = element('button', { type: 'button', className: 'button' }, cancel);
  const form = element(
    'form',
    { method: 'dialog', noValidate: true },
    heading,
    ...content,
    problem,
    element('div', { className: 'actions' }, leave, doIt),
  );
  const box = element('dialog', { className: 'dialog', 'aria-labelledby': heading.id }, form);
  const opener = document.activeElement;
  let isBusy = false,
    result = null;

  const closed = new Promise((done) => {
    box.addEventListener('close', () => {
      box.remove();
      opener?.isConnected && opener.focus();
      done(result);
    });
  });
  // The second click of a double click that opened this dialog, or closed the one before it, is not meant for it.
  let isTouched = false;
  const sift = (event) => {
    isTouched ||= event.detail < 2;
    if (isTouched) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  box.addEventListener('click', sift, { capture: true });
  box.addEventListener('cancel', (event) => isBusy && event.preventDefault());
  box.addEventListener('click', (event) => event.target === box && !isBusy && box.close());
  leave.addEventListener('click', () => !isBusy && box.close());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    const isValid = await validate();
    isBusy = isValid;
    if (!isValid) return;
    problem.textContent = '';
    const said = doIt.textContent;
    doIt.style.inlineSize = `${doIt.offsetWidth}px`;
    doIt.setAttribute('aria-disabled', 'true');
    doIt.textContent = busy;
    try {
      result = (await run()) ?? true;
      box.close();
    } catch (error) {
      problem.textContent = explain(error);
    } finally {
      isBusy = false;
      doIt.removeAttribute('aria-disabled');
      doIt.style.inlineSize = '';
      doIt.textContent = said;
    }
  });
  document.body.append(box);
  box.showModal();
  return {
    closed,
    confirm: (text) => {
      if (!isBusy) doIt.textContent = text;
    },
    close: () => box.close(),
  };
}
