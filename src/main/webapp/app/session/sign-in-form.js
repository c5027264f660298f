import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import { PageElement } from '../page/page-element.js';
import { Api } from '../web/api.js';
import { Problem } from '../web/problem.js';
import { basicAuthorization, NO_ROLE } from './session.js';

/**
 * `<sign-in-form .note=${text}>`: asks who you are and tells `signed-in` with `{authorization, me}` once the server
 * has agreed. The note says why one has to sign in (again).
 */
class SignInForm extends PageElement {
  static properties = { note: '', failure: '', busy: false };

  connectedCallback() {
    super.connectedCallback();
    queueMicrotask(() => this.querySelector('input')?.focus());
  }

  view() {
    return html`
      <form class="card sign-in" @submit=${(e) => this.#submit(e)} aria-labelledby="sign-in-title">
        <div class="sign-in-head">
          <span class="mark">${icon('crossover')}</span>
          <h1 id="sign-in-title">Clearover</h1>
          <p class="muted">Failovers and rollbacks, step by step, with every failure explained.</p>
        </div>
        ${this.note ? html`<p class="notice">${icon('lock')}<span>${this.note}</span></p>` : nothing}
        <label class="field"><span>User</span>
          <input name="user" autocomplete="username" autocapitalize="none" spellcheck="false" required
            data-testid="sign-in-user"></label>
        <label class="field"><span>Password</span>
          <input name="password" type="password" autocomplete="current-password" required
            data-testid="sign-in-password"></label>
        <div role="alert">${this.failure ? refused(this.failure) : nothing}</div>
        <button class="primary wide" type="submit" aria-disabled=${this.busy} data-testid="sign-in-submit">
          ${this.busy ? 'Signing in…' : 'Sign in'}</button>
      </form>`;
  }

  async #submit(event) {
    event.preventDefault();
    if (this.busy) return;
    const form = event.currentTarget;
    const authorization = basicAuthorization(form.elements.user.value, form.elements.password.value);
    this.busy = true;
    this.failure = '';
    try {
      this.emit('signed-in', { authorization, me: await new Api(authorization).me() });
    } catch (caught) {
      this.failure = inWords(Problem.of(caught));
      form.elements.password.select();
    } finally {
      this.busy = false;
    }
  }
}

const refused = (failure) =>
  html`<p class="notice bad" data-testid="sign-in-error">${icon('attention')}<span>${failure}</span></p>`;

function inWords(problem) {
  if (problem.status === 401) return 'User or password is not right. Check both and try again.';
  if (problem.status === 403) return NO_ROLE;
  return problem.detail || problem.title;
}

SignInForm.define('sign-in-form');
