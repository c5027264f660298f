import { html } from '../lit.js';
import { ago, exact } from './format.js';
import { PageElement } from './page-element.js';

/**
 * `<time-ago .at=${iso}>`: "2 hours ago", kept up to date, with the exact time for the pointer and for machines.
 */
class TimeAgo extends PageElement {
  static properties = { at: null };

  #timer = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#timer = setInterval(() => this.redraw(), 20_000);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  view() {
    return html`<time datetime=${this.at ?? ''} title=${exact(this.at)}>${ago(this.at)}</time>`;
  }
}

TimeAgo.define('time-ago');
