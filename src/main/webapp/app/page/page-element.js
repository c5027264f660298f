import { nothing, render } from '../lit.js';

/**
 * What all elements of the page share: declared properties that redraw the element when they are set, drawing into
 * the light DOM once per microtask, events out. A subclass names its properties with their first values, says what it
 * looks like in view(), and ends with `Subclass.define('tag-name')`.
 */
export class PageElement extends HTMLElement {
  /** Property names with their first values. */
  static properties = {};

  #values = { ...this.constructor.properties };
  #drawing = false;

  static define(tag) {
    for (const name of Object.keys(this.properties)) {
      Object.defineProperty(this.prototype, name, {
        get() {
          return this.#values[name];
        },
        set(value) {
          this.#values[name] = value;
          this.redraw();
        },
      });
    }
    customElements.define(tag, this);
  }

  connectedCallback() {
    this.redraw();
  }

  redraw() {
    if (this.#drawing) return;
    this.#drawing = true;
    queueMicrotask(() => {
      this.#drawing = false;
      if (!this.isConnected) return;
      render(this.view(), this);
      this.drawn();
    });
  }

  /** The element's content, as a lit template. */
  view() {
    return nothing;
  }

  /** Called after each drawing. */
  drawn() {}

  /** Tells whoever listens further up. */
  emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
