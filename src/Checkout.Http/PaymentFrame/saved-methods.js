// The cards that the customer has saved, above the form for another one, and whether this one is to be saved.

const savedMethodsStyle = `
.checkout-payments { border: 0; margin: 0; padding: 0; min-inline-size: 0; }
.checkout-payments legend { padding: 0; font-weight: 500; margin-block-end: 4px; }
.checkout-payments label { display: flex; align-items: center; gap: 8px; min-block-size: 44px; }
.checkout-payments .row { display: flex; justify-content: space-between; gap: 8px; align-items: center; }
.checkout-payments input { inline-size: 20px; block-size: 20px; margin: 0; flex: none; }
.checkout-payments button { min-block-size: 44px; min-inline-size: 44px; font: inherit; color: inherit; background: none; border: 0; text-decoration: underline; cursor: pointer; }
.checkout-payments :focus-visible { outline: 2px solid; outline-offset: 2px; }
.checkout-payments [hidden] { display: none; }
`;

function wear(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

class SavedMethods {
  static isDressed = false;

  /** @param {(method: object) => Promise<void>} forget Takes a saved card away for good. */
  constructor(methods, { say, keeps, forget, changed }) {
    if (!SavedMethods.isDressed) wear(savedMethodsStyle);
    SavedMethods.isDressed = true;
    this.say = say;
    this.methods = methods;
    this.forget = forget;
    this.changed = changed;
    this.form = element('div');
    this.check = element('input', { type: 'checkbox', onchange: () => changed(this.keeps) });
    this.keepRow = element('label', { hidden: !keeps }, this.check, say('keep'));
    this.box = element('fieldset', { className: 'checkout-payments' });
    this.selected = methods[0] ?? null;
    this.draw();
  }

  /** Of the card that is typed now. */
  get keeps() {
    return this.check.checked && !this.keepRow.hidden && this.selected === null;
  }

  draw() {
    const name = `checkout-payments-${this.methods[0]?.public_id.slice(0, 8) ?? 'card'}`;
    const choice = (method, text) => element('label', {},
      element('input', { type: 'radio', name, checked: this.selected === method, onchange: () => this.select(method) }), text);
    const rows = this.methods.map((method) => element('div', { className: 'row' },
      choice(method, this.text(method)),
      element('button', { type: 'button', textContent: this.say('remove'), ariaLabel: `${this.say('remove')}: ${this.text(method)}`, onclick: () => this.remove(method) })));
    const another = this.methods.length > 0 ? [choice(null, this.say('other'))] : [];
    const legend = this.methods.length > 0 ? [element('legend', { textContent: this.say('saved') })] : [];
    // The form stays where it is: moving it would reload the frames in it.
    for (const child of [...this.box.children]) if (child !== this.form && child !== this.keepRow) child.remove();
    this.box.prepend(...legend, ...rows, ...another);
    if (!this.form.isConnected || this.form.parentElement !== this.box) this.box.append(this.form, this.keepRow);
    this.show();
  }

  text({ tender = {} }) {
    const expiry = tender.exp_month > 0 ? `, ${this.say('expires')} ${String(tender.exp_month).padStart(2, '0')}/${String(tender.exp_year).slice(-2)}` : '';
    return `${brandName(tender.brand)} •••• ${tender.last4}${expiry}`;
  }

  select(method) {
    this.selected = method;
    this.show();
  }

  show() {
    this.form.hidden = this.selected !== null;
    this.keepRow.style.display = this.selected === null && !this.keepRow.hidden ? '' : 'none';
  }

  async remove(method) {
    await this.forget(method);
    this.methods = this.methods.filter((other) => other !== method);
    if (this.selected === method) this.selected = this.methods[0] ?? null;
    this.draw();
  }
}
