/** Minor units of an ISO 4217 currency as text: 2350, CAD → $23.50. */
export function money(minorUnits, currency) {
  const format = new Intl.NumberFormat(undefined, { style: 'currency', currency });
  return format.format(minorUnits / 10 ** format.resolvedOptions().maximumFractionDigits);
}
