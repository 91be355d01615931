// Amounts and times as the shop writes them.
import { money } from '../shared/money.js';

const units = [
  [60, 'second', 1],
  [3600, 'minute', 60],
  [86400, 'hour', 3600],
  [Infinity, 'day', 86400],
];

export function formats({ currency, locale, timezone }, words) {
  const usable = (make) => {
    try {
      return make(locale);
    } catch {
      return make('en');
    }
  };
  const date = usable((l) => new Intl.DateTimeFormat(l, { dateStyle: 'medium', timeStyle: 'short', timeZone: timezone }));
  const day = usable((l) => new Intl.DateTimeFormat(l, { dateStyle: 'full', timeZone: timezone }));
  const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: timezone });
  const time = usable((l) => new Intl.DateTimeFormat(l, { hour: 'numeric', minute: '2-digit', timeZone: timezone }));
  const near = usable(
    (l) => new Intl.DateTimeFormat(l, { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: timezone }),
  );
  const far = usable((l) => new Intl.DateTimeFormat(l, { year: 'numeric', month: 'short', day: 'numeric', timeZone: timezone }));
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  /** How many milliseconds the shop's clock is ahead of UTC at that moment. */
  const ahead = (at) => {
    const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - Math.floor(at / 1000) * 1000;
  };
  const digits = (code) => new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions().maximumFractionDigits;

  return {
    money: (minor, code = currency) => money(minor ?? 0, code || currency, locale),
    date: (text) => (text ? date.format(new Date(text)) : ''),
    /** As short as it can be and still be clear: the time of today, the day and time of this year, the day of other years. */
    short(text) {
      if (!text) return '';
      const at = new Date(text),
        [then, now] = [at, new Date()].map((d) => dayOf.format(d));
      return then === now ? time.format(at) : then.slice(0, 4) === now.slice(0, 4) ? near.format(at) : far.format(at);
    },
    /** When a day such as 2026-11-27 begins in the shop, or the day `after` it. */
    beginOf(day, after = 0) {
      const [year, month, date] = day.split('-').map(Number);
      const there = Date.UTC(year, month - 1, date + after);
      let at = there;
      for (let tries = 0; tries < 2; tries++) at = there - ahead(new Date(at));
      return new Date(at).toISOString();
    },
    /** This day in the shop, such as 2026-11-27. */
    isoDay: () => dayOf.format(new Date()),
    today: () => day.format(new Date()),
    number: (value) => new Intl.NumberFormat(locale).format(value),
    /** «3 minutes», for how long something has waited. */
    age(seconds) {
      const [, unit, size] = units.find(([below]) => seconds < below);
      return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(Math.max(0, Math.floor(seconds / size)));
    },
    ago(text) {
      const seconds = (Date.now() - new Date(text)) / 1000;
      return seconds < 60 ? words.now : words.ago(this.age(seconds));
    },
    /** Minor units of what was typed, such as 1234.50 or 1234,50; null when it is no amount or could be read in two ways. */
    minor(text, code = currency) {
      const places = digits(code);
      const [, whole, , part = ''] = /^(\d{1,12})([.,](\d+))?$/.exec(text.trim()) ?? [];
      return whole === undefined || part.length > places ? null : Number(whole + part.padEnd(places, '0'));
    },
    /** What an amount field is filled with. */
    typed: (minor, code = currency) => (minor / 10 ** digits(code)).toFixed(digits(code)),
  };
}
