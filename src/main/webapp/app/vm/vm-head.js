import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import { PageElement } from '../page/page-element.js';
import { system } from './os-words.js';
import { hardware, power, stateOf } from './vm-words.js';

/** `<vm-head .vm>`: what the VM is called, what state it is in and what that means, and what is known of it. */
class VmHead extends PageElement {
  static properties = { vm: null };

  view() {
    const { vm } = this;
    const state = stateOf(vm);
    return html`
      <div class="vm-title">
        <h2 tabindex="-1" data-testid="vm-name">${vm.vm_name}</h2>
        <span class=${`state ${state.tone}`} data-testid="vm-detail-state">${icon(state.icon)}${state.label}</span>
      </div>
      ${state.means ? html`<p class="muted">${state.means}</p>` : nothing}
      <dl class="facts">${facts(vm).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
  }
}

const facts = (vm) =>
  [
    ['System', system(vm.os_type)],
    ['Hardware', hardware(vm)],
    ['Power at the source', power(vm)],
    ['vCenter', vm.vcenter_host],
    ['Datacenter', vm.datacenter],
  ].filter(([, value]) => value);

VmHead.define('vm-head');
