import { html, svg } from './lit.js';

/** Line icons on a 24 × 24 grid, drawn for this page; colour and size come from the text around them. */
const SHAPES = {
  crossover: svg`<path d="M3 17h3c6 0 6-10 12-10h3"/><path d="m17 3 4 4-4 4"/><path d="M15 17h6M3 7h3"/>`,
  replication: svg`<path d="M20 8a8.5 8.5 0 0 0-15.5 1M4 4v5h5M4 16a8.5 8.5 0 0 0 15.5-1M20 20v-5h-5"/>`,
  test: svg`<path d="M9 3h6M10 3v6.5L4.8 18a2 2 0 0 0 1.7 3h11a2 2 0 0 0 1.7-3L14 9.500V3M7.500 15h9"/>`,
  rollback: svg`<path d="M8 4 3 9l5 5"/><path d="M3 9h11a6.500 6.500 0 0 1 0 13h-3"/>`,
  operation: svg`<rect x="4" y="4" width="16" height="16" rx="3"/><path d="M8 9h8M8 13h5"/>`,
  server: svg`<rect x="3" y="4" width="18" height="7" rx="2"/><rect x="3" y="13" width="18" height="7" rx="2"/><path d="M7 7.500h.01M7 16.500h.01"/>`,
  done: svg`<circle cx="12" cy="12" r="9"/><path d="m8 12.300 2.800 2.700L16 9.500"/>`,
  failed: svg`<circle cx="12" cy="12" r="9"/><path d="m9 9 6 6m0-6-6 6"/>`,
  attention: svg`<path d="M12 3.500 2.500 20h19z"/><path d="M12 10v4.500M12 17.300v.01"/>`,
  running: svg`<path class="spin" d="M12 3a9 9 0 1 1-8.500 6"/>`,
  pending: svg`<circle cx="12" cy="12" r="9" stroke-dasharray="2.500 3.150"/>`,
  skipped: svg`<circle cx="12" cy="12" r="9"/><path d="M8 12h8"/>`,
  cancelled: svg`<circle cx="12" cy="12" r="9"/><path d="m5.800 5.800 12.400 12.400"/>`,
  ready: svg`<path d="M12 3 4.500 6v5.500c0 4.700 3.200 7.800 7.500 9.500 4.300-1.700 7.500-4.800 7.500-9.500V6z"/><path d="m8.800 11.800 2.300 2.300 4.200-4.300"/>`,
  discovered: svg`<circle cx="11" cy="11" r="7"/><path d="m20.500 20.500-4.500-4.500"/>`,
  lock: svg`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,
  person: svg`<circle cx="12" cy="8" r="4"/><path d="M4.500 20.500c1-4 4-6 7.500-6s6.500 2 7.500 6"/>`,
  leave: svg`<path d="M14 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h8M10 12h11M17 8l4 4-4 4"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400"/>`,
  moon: svg`<path d="M20.500 14.500A8.500 8.500 0 0 1 9.500 3.500a8.500 8.500 0 1 0 11 11z"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  back: svg`<path d="m14.500 5-7 7 7 7"/>`,
  forward: svg`<path d="m9.500 5 7 7-7 7"/>`,
  copy: svg`<rect x="8" y="8" width="12" height="12" rx="2"/><path d="M16 8V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h2"/>`,
  hint: svg`<path d="M9.500 18h5M10.500 21h3M12 3a6.500 6.500 0 0 0-4 11.600c.8.700 1.300 1.400 1.500 2.400h5c.2-1 .7-1.700 1.500-2.400A6.500 6.500 0 0 0 12 3z"/>`,
};

/**
 * A decorative icon; the words beside it say the same.
 * @param {keyof typeof SHAPES} name
 */
export const icon = (name) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${SHAPES[name] ?? SHAPES.operation}</svg>`;
