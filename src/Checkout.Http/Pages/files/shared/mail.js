/** Whether a text may be an e-mail address; the checkout decides. */
export const isMail = (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
