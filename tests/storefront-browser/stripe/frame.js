// What Stripe's frames have in common: they speak with the page that holds them, and with api.stripe.com.
const key = new URLSearchParams(location.search).get('key');
const tell = (message) => parent.postMessage(message, '*');

async function ask(method, path, fields) {
  const body = fields && new URLSearchParams(Object.entries(fields).filter(([, value]) => value));
  const answer = await fetch(`https://api.stripe.com/v1/${path}`, { method, body, headers: { Authorization: `Bearer ${key}` } });
  return answer.json();
}

async function tokenize(number, setupFutureUsage) {
  const answer = await ask('POST', 'confirmation_tokens', { type: 'card', number, setup_future_usage: setupFutureUsage });
  tell(answer.error ? { kind: 'tokenized', error: answer.error } : { kind: 'tokenized', confirmationToken: answer });
}
