import {
  externalPaymentGatewayToIframeActionTypes as toFrame,
  externalPaymentGatewayToParentActionTypes as fromFrame,
  getApplicationState,
  sendExternalPaymentGatewayActionToIframe,
  sendExternalPaymentGatewaySetConfigAction,
  sendExternalPaymentGatewayUpdateStateAction,
  setExternalPaymentGatewayListener,
} from '../vendor/checkout-library.js';
import { element } from '../form.js';
import { order } from '../shop.js';

/** The gateway's own page in a frame. It takes the card and hands back a token, by the library's messages. */
export function cardFrame(box, { added }) {
  let iframe = null;
  let confirmed = () => {};
  const gateway = () => order.initial.external_payment_gateways[0];

  function listen({ source, data: { type, payload } }) {
    if (source !== iframe?.contentWindow) return;
    switch (type) {
      case fromFrame.EXTERNAL_PAYMENT_GATEWAY_INITIALIZED:
        sendExternalPaymentGatewaySetConfigAction(gateway());
        tellState();
        break;
      case fromFrame.EXTERNAL_PAYMENT_GATEWAY_UPDATE_HEIGHT:
        iframe.style.height = `${Math.ceil(payload.height)}px`;
        break;
      case fromFrame.EXTERNAL_PAYMENT_GATEWAY_ADD_PAYMENT:
        added(payload);
        break;
      case fromFrame.EXTERNAL_PAYMENT_GATEWAY_REFRESH_ORDER:
        if (payload?.step === 'COMPLETED' || payload?.step === 'FAILED') confirmed(payload.step === 'COMPLETED');
        break;
    }
  }

  /** The frame needs what is due and nothing that signs in. */
  function tellState() {
    const { data: { public_order_id } } = order;
    sendExternalPaymentGatewayUpdateStateAction(gateway(), { public_order_id, application_state: getApplicationState() });
  }

  function show(shown) {
    if (shown && iframe) tellState();
    if (shown && !iframe) {
      setExternalPaymentGatewayListener(gateway(), listen);
      iframe = element('iframe', { id: gateway().public_id, title: 'Card details', src: gateway().iframe_url });
      box.replaceChildren(iframe);
    }
    box.hidden = !shown;
  }

  return {
    gateway,
    show,

    /** Resolves to whether the shopper confirmed. */
    confirm(clientSecretToken) {
      show(true);
      iframe.focus();
      sendExternalPaymentGatewayActionToIframe(gateway(), { type: toFrame.EXTERNAL_PAYMENT_GATEWAY_HANDLE_SCA, payload: { clientSecretToken } });
      return new Promise((resolve) => (confirmed = resolve));
    },
  };
}
