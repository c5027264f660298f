import { PageElement } from './page-element.js';

/**
 * An element whose view is one native dialog, open for as long as the element is in the page. It gives the focus back
 * to where it came from, also when it is taken away by the browser's back button, and tells `dismissed` when closed.
 */
export class ModalElement extends PageElement {
  #opener = null;

  connectedCallback() {
    this.#opener = document.activeElement;
    super.connectedCallback();
  }

  drawn() {
    if (this.dialog && !this.dialog.open) {
      this.dialog.addEventListener('close', () => this.isConnected && this.emit('dismissed'), { once: true });
      this.dialog.showModal();
    }
  }

  disconnectedCallback() {
    const lost = !document.activeElement || document.activeElement === document.body;
    if (lost && this.#opener?.isConnected) this.#opener.focus();
  }

  get dialog() {
    return this.querySelector('dialog');
  }

  close() {
    this.dialog?.close();
  }
}
