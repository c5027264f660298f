import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import { NO_ROLE, session } from '../session/session.js';
import '../session/session-menu.js';
import '../session/sign-in-form.js';
import '../vm/vm-fleet.js';
import { Api } from '../web/api.js';
import { Problem } from '../web/problem.js';
import { problemView } from '../web/problem-view.js';
import { PageElement } from '../page/page-element.js';
import { fleetAddress, readRoute } from '../page/route.js';
import './theme-toggle.js';

/**
 * `<clearover-app>`: the whole page. Knows who is signed in, what the address says, and whether the server is there;
 * everything else belongs to the elements inside.
 */
class ClearoverApp extends PageElement {
  static properties = { api: null, me: null, route: readRoute(), away: false, note: '', problem: null, said: '' };

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', () => (this.route = readRoute()));
    this.addEventListener('announce', (event) => (this.said = event.detail));
    this.#resume();
  }

  view() {
    return html`
      <a class="skip" href="#content" @click=${(e) => this.#skip(e)}>Skip to content</a>
      <header class="bar">
        <a class="brand" href=${fleetAddress}><span class="mark">${icon('crossover')}</span>Clearover</a>
        <span class="grow"></span>
        <theme-toggle></theme-toggle>
        ${this.me ? html`<session-menu .me=${this.me} @signed-out=${() => this.#signOut('')}></session-menu>` : nothing}
      </header>
      <div role="status" aria-live="polite">
        ${this.away && this.me ? banner : nothing}
      </div>
      <div class="unseen" role="status" aria-live="polite" data-testid="announcement">${this.said}</div>
      <main id="content" tabindex="-1">${this.#content()}</main>`;
  }

  #content() {
    if (this.me)
      return html`<h1 class="unseen">Clearover</h1>
        <vm-fleet .api=${this.api} .me=${this.me} .route=${this.route}></vm-fleet>`;
    if (this.problem) return html`<div class="narrow">${problemView(this.problem, () => this.#resume())}</div>`;
    if (session.read()) return html`<p class="narrow muted" role="status">Signing in…</p>`;
    return html`<sign-in-form .note=${this.note} @signed-in=${(e) => this.#signIn(e.detail)}></sign-in-form>`;
  }

  /** After a refresh: the kept sign-in, if the server still takes it. */
  async #resume() {
    const authorization = session.read();
    if (!authorization) return;
    this.problem = null;
    this.#connect(authorization);
    try {
      this.me = await this.api.me();
    } catch (caught) {
      if (caught.status === 403) this.#signOut(NO_ROLE);
      else if (session.read()) this.problem = Problem.of(caught);
    }
  }

  #signIn({ authorization, me }) {
    session.keep(authorization);
    this.#connect(authorization);
    this.note = '';
    this.me = me;
  }

  #connect(authorization) {
    this.api = new Api(authorization, {
      reachable: (yes) => this.away === !yes || (this.away = !yes),
      unauthorized: () => this.#signOut('Your sign-in is no longer valid. Please sign in again.'),
    });
  }

  #signOut(note) {
    session.forget();
    this.me = null;
    this.api = null;
    this.away = false;
    this.note = note;
  }

  #skip(event) {
    event.preventDefault();
    this.querySelector('main').focus();
  }
}

const banner = html`<p class="banner" data-testid="page-banner">
  ${icon('attention')}
  <span>Clearover can't be reached at the moment. What you see may be out of date; the page keeps trying.</span>
</p>`;

ClearoverApp.define('clearover-app');
