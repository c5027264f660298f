import { html } from '../lit.js';
import { icon } from '../icons.js';
import { PageElement } from '../page/page-element.js';
import { roleName } from './session.js';

/** `<session-menu .me=${me}>`: who is signed in, with which role, and the way out (`signed-out`). */
class SessionMenu extends PageElement {
  static properties = { me: null };

  view() {
    return html`
      <span class="who" data-testid="signed-in-as">
        ${icon('person')}<span class="who-name">${this.me.name}</span><span class="role">${roleName(this.me)}</span>
      </span>
      <button class="quiet" type="button" data-testid="sign-out" aria-label="Sign out"
        @click=${() => this.emit('signed-out')}>
        ${icon('leave')}<span class="label">Sign out</span>
      </button>`;
  }
}

SessionMenu.define('session-menu');
