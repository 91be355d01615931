// A card form in a frame of the checkout's own: what is typed there the page around it cannot read.

const frameStyle = 'width:100%;height:19rem;border:0;display:block';
const wholeWindow = 'position:fixed;inset:0;width:100%;height:100%;border:0;z-index:2147483647;background:Canvas';

/** Longer than any page takes that will come at all. */
const frameComesWithin = 20_000;

class FrameCard {
  constructor(gateway, { say, container, fills }) {
    this.gateway = gateway;
    this.say = say;
    this.container = container;
    this.fills = fills;
    this.origin = new URL(gateway.iframe_url).origin;
  }

  mount(box) {
    this.frame = document.createElement('iframe');
    Object.assign(this.frame, { id: `spi_frame_${this.container}`, title: this.say('frame'), src: this.gateway.iframe_url, allow: 'payment' });
    this.frame.style.cssText = frameStyle;
    const ready = new Promise((done, failed) => {
      const late = setTimeout(() => failed(new Error('The card form did not come. Is this page’s origin in the shop’s cors_origins?')), frameComesWithin);
      this.ready = () => { clearTimeout(late); done(); };
    });
    this.hears = (event) => this.hear(event);
    addEventListener('message', this.hears);
    box.append(this.frame);
    return ready;
  }

  destroy() {
    removeEventListener('message', this.hears);
    this.frame?.remove();
  }

  hear({ source, origin, data }) {
    if (source !== this.frame?.contentWindow || origin !== this.origin) return;
    const { responseType, eventType, payload } = data ?? {};
    if (payload?.height > 0 && !this.isWhole) this.frame.style.height = `${Math.ceil(payload.height)}px`;
    if (eventType === 'EVENT_SPI_INITIALIZED') this.ready();
    if (eventType === 'EVENT_SPI_TOKENIZED') this.paid?.done({ id: payload.payload.data.payment_id });
    if (eventType === 'EVENT_SPI_TOKENIZE_FAILED') this.paid?.failed(new Refusal(payload.message || this.say('details')));
    if (eventType === 'EVENT_SPI_ENABLE_FULLSCREEN' || eventType === 'EVENT_SPI_DISABLE_FULLSCREEN') this.fill(eventType === 'EVENT_SPI_ENABLE_FULLSCREEN');
    if (eventType === 'EVENT_SPI_SUBMIT') this.frame.closest('form')?.requestSubmit();
    if (responseType === 'PIGI_HANDLE_SCA' && payload.step !== 'DISPLAYED') this.decided?.(payload.success === true);
  }

  /** A bank's page needs more room than the form has. */
  fill(isWhole) {
    this.isWhole = isWhole;
    this.frame.style.cssText = isWhole ? wholeWindow : frameStyle;
    this.fills?.(isWhole);
  }

  send(actionType, payload) {
    this.frame.contentWindow.postMessage({ actionType, payload }, this.origin);
  }

  /** The frame puts the payment onto the order itself. */
  pay(details, retain) {
    return new Promise((done, failed) => {
      this.paid = { done, failed };
      this.send('ACTION_SPI_TOKENIZE', { ...details, retain });
    });
  }

  challenge(secret) {
    return new Promise((done) => {
      this.decided = done;
      this.send('PIGI_HANDLE_SCA', { clientSecretToken: secret });
    });
  }

  due() {
    // The frame asks the order when it pays.
  }

  keep() {
    // It is told with the card.
  }

  clearErrors() {
    this.send('PIGI_CLEAR_ERROR_MESSAGES', {});
  }
}
