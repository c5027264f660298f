/** Numbers, times and sizes for people. Exact dates follow the browser's locale, words the page's language. */

const exactFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const clockFormat = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const agoFormat = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const sizeFormat = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

const AGO_UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

const known = (at) => at && !Number.isNaN(Date.parse(at));

/** Date and time of an ISO instant, or '' for none. */
export const exact = (at) => (known(at) ? exactFormat.format(new Date(at)) : '');

/** Time of day of an ISO instant, or '' for none. */
export const clock = (at) => (known(at) ? clockFormat.format(new Date(at)) : '');

/** "2 hours ago"; a clock that runs ahead of ours reads "just now". */
export function ago(at, now = Date.now()) {
  if (!known(at)) return '';
  const seconds = Math.max(0, (now - Date.parse(at)) / 1000);
  const [unit, size] = AGO_UNITS.find(([, s]) => seconds >= s * 0.98) ?? [];
  return unit ? agoFormat.format(-Math.round(seconds / size), unit) : 'just now';
}

/** "under 1 s", "45 s", "2 min 5 s", "1 h 3 min"; '' when unknown. */
export function duration(seconds) {
  if (seconds == null || seconds < 0) return '';
  const whole = Math.round(seconds);
  if (seconds < 1) return 'under 1 s';
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return whole % 60 ? `${minutes} min ${whole % 60} s` : `${minutes} min`;
  return minutes % 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes / 60} h`;
}

/** "about 2 to 4 minutes", "about 1 hour", "less than 10 seconds": a range of seconds, told no finer than it is known. */
export function about(from, to) {
  if (to < 10) return 'less than 10 seconds';
  const [unit, size] = to < 90 ? ['second', 1] : to < 5400 ? ['minute', 60] : ['hour', 3600];
  const step = unit === 'second' ? 5 : 1;
  const low = Math.floor(from / size / step) * step;
  const high = Math.ceil(to / size / step) * step;
  return `${low < high && low > 0 ? `about ${low} to ${high}` : low > 0 ? `about ${high}` : `up to ${high}`} ${unit}${high === 1 ? '' : 's'}`;
}

/** Seconds between two ISO instants, or null. */
export const secondsBetween = (from, to) =>
  known(from) && known(to) ? (Date.parse(to) - Date.parse(from)) / 1000 : null;

/** "26.4 GB" (decimal units); '' when unknown. */
export function bytes(count) {
  if (count == null) return '';
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, count)) / 3));
  return `${sizeFormat.format(count / 1000 ** power)} ${units[power]}`;
}

/** Memory as people buy it: binary gigabytes. */
export const memory = (megabytes) => (megabytes ? `${sizeFormat.format(megabytes / 1024)} GB` : '');

/** A whole number from 0 to 100. */
export const wholePercent = (progress) => Math.round(Math.min(100, Math.max(0, Number(progress) || 0)));

/** A word as the API writes it (`cleanup_required`), for people, when the page has no better one. */
export const humanized = (word) =>
  capitalized(
    String(word ?? '')
      .replaceAll(/[_-]+/g, ' ')
      .trim(),
  );

/** With a capital at its start. */
export const capitalized = (text) => text.charAt(0).toUpperCase() + text.slice(1);
