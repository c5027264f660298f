import { html } from '../lit.js';
import { icon } from '../icons.js';
import { PageElement } from '../page/page-element.js';

const KEY = 'clearover.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

/** `<theme-toggle>`: light or dark; follows the system until a person chooses otherwise. */
class ThemeToggle extends PageElement {
  static properties = { chosen: localStorage.getItem(KEY) };

  connectedCallback() {
    super.connectedCallback();
    system.addEventListener('change', this);
    this.#apply();
  }

  disconnectedCallback() {
    system.removeEventListener('change', this);
  }

  handleEvent() {
    this.redraw();
  }

  view() {
    const other = this.#dark ? 'light' : 'dark';
    return html`<button class="quiet square" type="button" data-testid="theme-toggle" title=${`Use the ${other} theme`}
      aria-label=${`Use the ${other} theme`} @click=${() => this.#choose(other)}>
      ${icon(this.#dark ? 'sun' : 'moon')}
    </button>`;
  }

  get #dark() {
    return this.chosen ? this.chosen === 'dark' : system.matches;
  }

  #choose(theme) {
    const asSystem = (theme === 'dark') === system.matches;
    this.chosen = asSystem ? null : theme;
    if (asSystem) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
    this.#apply();
  }

  #apply() {
    if (this.chosen) document.documentElement.dataset.theme = this.chosen;
    else delete document.documentElement.dataset.theme;
  }
}

ThemeToggle.define('theme-toggle');
