// The test gateway's card form: a number and a date are put in shape while they are typed, the brand is shown, and what
// is wrong with a field is said beside it. Only the token leaves it.

const brands = [
  { name: 'amex', shown: 'Amex', begins: /^3[47]/, groups: [4, 6, 5], cvc: 4 },
  { name: 'mastercard', shown: 'Mastercard', begins: /^(5[1-5]|2[2-7])/, groups: [4, 4, 4, 4], cvc: 3 },
  { name: 'visa', shown: 'Visa', begins: /^4/, groups: [4, 4, 4, 4], cvc: 3 },
];
const anyBrand = { name: '', shown: '', groups: [4, 4, 4, 4, 3], cvc: 3 };

const digitsOf = (value) => value.replace(/\D/g, '');
const brandOf = (number) => brands.find(({ begins }) => begins.test(number)) ?? anyBrand;

/** 4242424242424242 becomes 4242 4242 4242 4242. */
function groupedNumber(value) {
  const number = digitsOf(value).slice(0, 19);
  const { groups } = brandOf(number);
  const parts = [];
  let at = 0;
  for (const length of groups) {
    if (at >= number.length) break;
    parts.push(number.slice(at, at += length));
  }
  if (at < number.length) parts.push(number.slice(at));
  return parts.join(' ');
}

/** 1 stays 1, 4 becomes 04 / , 0430 becomes 04 / 30: a number pad has no slash. */
function groupedExpiry(value, isDeleting) {
  let digits = digitsOf(value);
  if (/^[2-9]/.test(digits)) digits = `0${digits}`;
  if (/^\s*1\s*\//.test(value)) digits = `0${digits}`;
  if (/^\d{2}20\d{2}$/.test(digits)) digits = digits.slice(0, 2) + digits.slice(4);
  digits = digits.slice(0, 4);
  if (digits.length < 2 || (digits.length === 2 && isDeleting)) return digits;
  return `${digits.slice(0, 2)} / ${digits.slice(2)}`;
}

function passesLuhn(number) {
  const sum = [...number].reverse().reduce((total, digit, i) => {
    const value = i % 2 ? digit * 2 : +digit;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

class CardForm {
  /** @param {Record<string, {token: string, brand: string}>} cards The numbers that are taken, by number. */
  constructor(form, { cards, text }) {
    this.form = form;
    this.cards = cards;
    this.text = text;
    const at = (id) => form.querySelector(`#${id}`);
    this.inputs = { number: at('card-number'), expiry: at('card-expiry'), cvc: at('card-cvc'), name: at('card-name') };
    this.brand = at('card-brand');
    this.shape(this.inputs.number, groupedNumber, () => this.showBrand());
    this.shape(this.inputs.expiry, groupedExpiry);
    this.shape(this.inputs.cvc, (value) => digitsOf(value).slice(0, 4));
    for (const [field, input] of Object.entries(this.inputs)) {
      input.addEventListener('blur', () => input.value.trim() && this.judge(field));
      input.addEventListener('input', () => this.clear(input));
    }
  }

  async mount() {
    this.form.hidden = false;
  }

  /** Puts what was typed in shape, and the caret behind the same digit as before. */
  shape(input, shaped, then = () => {}) {
    input.addEventListener('input', ({ inputType = '' }) => {
      const isDeleting = inputType.startsWith('delete');
      const before = digitsOf(input.value.slice(0, input.selectionStart ?? input.value.length)).length;
      const isAtEnd = input.selectionStart === input.value.length;
      const next = shaped(input.value, isDeleting);
      if (next !== input.value) {
        input.value = next;
        let at = next.length;
        if (!isAtEnd) for (let seen = 0, i = (at = 0); i < next.length && seen < before; at = ++i) if (/\d/.test(next[i])) seen++;
        input.setSelectionRange(at, at);
      }
      then();
    });
  }

  showBrand() {
    const { name, shown } = brandOf(digitsOf(this.inputs.number.value));
    this.brand.dataset.brand = name;
    this.brand.textContent = shown;
  }

  /** Null when the field is as it should be. */
  problem(field) {
    const number = digitsOf(this.inputs.number.value);
    switch (field) {
      case 'number':
        if (!/^\d{12,19}$/.test(number) || !passesLuhn(number)) return this.text('badNumber');
        return Object.hasOwn(this.cards, number) ? null : this.text('noTestCard');
      case 'expiry': {
        const [, month, year] = /^(0?[1-9]|1[0-2])\s*\/\s*(?:20)?(\d\d)$/.exec(this.inputs.expiry.value.trim()) ?? [];
        if (!month) return this.text('badExpiry');
        return new Date(2000 + +year, +month, 1) <= new Date() ? this.text('expired') : null;
      }
      case 'cvc':
        return this.inputs.cvc.value.trim().length === brandOf(number).cvc ? null : this.text('badCvc');
      default:
        return this.inputs.name.value.trim() ? null : this.text('badName');
    }
  }

  judge(field) {
    const input = this.inputs[field];
    this.clear(input);
    const problem = this.problem(field);
    if (!problem) return true;
    const note = document.createElement('p');
    note.id = `${input.id}-error`;
    note.className = 'error';
    note.textContent = problem;
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', note.id);
    input.closest('.field').append(note);
    return false;
  }

  clear(input) {
    document.getElementById(`${input.id}-error`)?.remove();
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
  }

  clearErrors() {
    Object.values(this.inputs).forEach((input) => this.clear(input));
  }

  /** The card as a token; refused after saying beside each field what is wrong with it. */
  async tender() {
    const wrong = Object.keys(this.inputs).filter((field) => !this.judge(field));
    if (wrong.length > 0) {
      this.inputs[wrong[0]].focus();
      throw new FieldRefusal();
    }
    const number = digitsOf(this.inputs.number.value);
    const { token, brand } = this.cards[number];
    return { token, type: 'credit_card', display_string: `${brandName(brand)} •••• ${number.slice(-4)}` };
  }

  keep() {
    // It is told with the payment.
  }

  focus() {
    this.inputs.number.focus();
  }

  reset() {
    this.form.reset();
    this.showBrand();
    this.clearErrors();
  }
}

/** What is wrong is said beside the fields already. */
class FieldRefusal extends Refusal {}
