/** Shows each error beside its field and returns the errors that no field of the form takes. */
export function showErrors(form, errors, rename = (field) => field) {
  clearErrors(form);
  const homeless = [];
  for (const error of errors) {
    const input = form.elements.namedItem(rename(error.field, error));
    if (!(input instanceof HTMLElement) || !input.closest('.field')) {
      homeless.push(error);
      continue;
    }
    const field = input.closest('.field');
    if (field.querySelector('.error')) continue;
    const note = document.createElement('p');
    note.className = 'error';
    note.id = `${input.id}-error`;
    note.textContent = error.message;
    field.append(note);
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', note.id);
  }
  form.querySelector('[aria-invalid]')?.focus();
  return homeless;
}

export function clearErrors(form) {
  form.querySelectorAll('.error').forEach((note) => note.remove());
  form.querySelectorAll('[aria-invalid]').forEach((input) => {
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
  });
}

/** What the browser can already tell, in the shape of the API's own errors. */
export function missingFields(form) {
  return [...form.elements]
    .filter((input) => input.name && input.willValidate && input.closest('.field') && !input.closest('[hidden]') && !input.validity.valid)
    .map((input) => ({ field: input.name, message: messageFor(input) }));
}

function messageFor(input) {
  const label = input.closest('.field').querySelector('label').firstChild.textContent.trim();
  return input.validity.valueMissing ? `${label} is needed.` : `${label} does not look right.`;
}

/** Small element builder: element('li', { className: 'x' }, child, 'text'). */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}
