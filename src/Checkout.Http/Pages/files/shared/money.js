// Amounts are integers in the smallest unit of their currency; only here do they become text.

/** How a shopper of that language reads an amount. */
export function money(minor, currency, locale) {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(minor / 10 ** format.resolvedOptions().maximumFractionDigits);
}
