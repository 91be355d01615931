// Labeled fields whose errors are tied to them.
import { element } from './element.js';

let ids = 0;

/** One labeled control; `error` shows or clears what is wrong with it. */
export function field(label, control, { check = () => null } = {}) {
  control.id ||= `f${++ids}`;
  const error = element('p', { className: 'error', id: `${control.id}-error` });
  const name = element('label', { htmlFor: control.id }, label);
  const box = element('div', { className: 'field' }, name, control, error);
  const show = (message) => {
    error.textContent = message ?? '';
    if (message) {
      control.setAttribute('aria-invalid', 'true');
      control.setAttribute('aria-describedby', error.id);
    } else {
      control.removeAttribute('aria-invalid');
      control.removeAttribute('aria-describedby');
    }
  };
  const test = () => (box.hidden ? null : check(control.value.trim()));
  control.addEventListener('blur', () => show(test()));
  control.addEventListener('input', () => {
    if (control.hasAttribute('aria-invalid')) show(test());
  });
  return {
    box,
    control,
    show,
    label(text) {
      name.textContent = text;
    },
    get value() {
      return control.value.trim();
    },
    set value(text) {
      control.value = text ?? '';
    },
    get isValid() {
      return test() === null;
    },
    validate() {
      const message = test();
      show(message);
      return message === null;
    },
  };
}

/** Has all of them say what is wrong, and goes to the first that is; true when none is. */
export function allRight(...fields) {
  const [wrong] = fields.filter((f) => !f.validate());
  wrong?.control.focus();
  return !wrong;
}

export const input = (properties) => element('input', { autocapitalize: 'off', spellcheck: false, ...properties });
