import { humanized, memory } from '../page/format.js';
import { system } from './os-words.js';

const STATES = {
  discovered: { label: 'Discovered', tone: 'plain', icon: 'discovered', means: 'Known, but not replicated yet.' },
  replicating: {
    label: 'Replicating',
    tone: 'busy',
    icon: 'replication',
    means: 'Its disks are being copied to the destination.',
  },
  ready_for_failover: {
    label: 'Ready for failover',
    tone: 'ok',
    icon: 'ready',
    means: 'Its disks are at the destination. A failover can start.',
  },
  failed_over_test: {
    label: 'In test failover',
    tone: 'busy',
    icon: 'test',
    means: 'A test failover is in place at the destination until it is rolled back.',
  },
  failed_over_live: { label: 'Failed over', tone: 'busy', icon: 'crossover', means: 'It runs at the destination.' },
  completed: { label: 'Completed', tone: 'ok', icon: 'done', means: 'Its move is completed.' },
  failed: { label: 'Failed', tone: 'bad', icon: 'failed', means: 'Its last operation failed.' },
  cleanup_required: {
    label: 'Needs cleanup',
    tone: 'warn',
    icon: 'attention',
    means: 'An operation left something behind at the destination. A rollback cleans it up.',
  },
};

const BUSY = { label: 'Operation running', tone: 'busy', icon: 'running', means: '' };

/** How a VM's state is shown: `{label, tone, icon, means}`. While an operation runs, that is the state. */
export const stateOf = (vm) =>
  vm.running_job_id
    ? BUSY
    : (STATES[vm.current_status] ?? {
        label: humanized(vm.current_status) || 'Unknown',
        tone: 'plain',
        icon: 'server',
        means: '',
      });

/** The groups of the fleet's summary, those first that want a person. Each VM is in exactly one. */
export const GROUPS = [
  { key: 'attention', label: 'Need attention', tone: 'bad', icon: 'attention' },
  { key: 'running', label: 'Running now', tone: 'busy', icon: 'running' },
  { key: 'over', label: 'Failed over', tone: 'busy', icon: 'crossover' },
  { key: 'ready', label: 'Ready', tone: 'ok', icon: 'ready' },
  { key: 'other', label: 'Not ready yet', tone: 'plain', icon: 'replication' },
];

/** @returns {string} the key of the VM's group */
export function groupOf(vm) {
  if (vm.running_job_id) return 'running';
  if (['failed', 'cleanup_required'].includes(vm.current_status) || vm.last_operation?.status === 'failed')
    return 'attention';
  if (['failed_over_test', 'failed_over_live'].includes(vm.current_status)) return 'over';
  return ['ready_for_failover', 'completed'].includes(vm.current_status) ? 'ready' : 'other';
}

/** The VMs in the order of their groups, then by name. */
export function attentionFirst(vms) {
  const rank = (vm) => GROUPS.findIndex((group) => group.key === groupOf(vm));
  return [...vms].sort((a, b) => rank(a) - rank(b) || a.vm_name.localeCompare(b.vm_name));
}

/** Whether a search text fits the VM: every word in its name, system, vCenter, datacenter or state. */
export function fits(vm, text) {
  const about = [vm.vm_name, system(vm.os_type), vm.vcenter_host, vm.datacenter, stateOf(vm).label].join(' ').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => about.includes(word));
}

/** "4 CPUs", "8 GB", … as far as known. */
export const hardware = (vm) =>
  [
    vm.cpu_count ? `${vm.cpu_count} ${vm.cpu_count === 1 ? 'CPU' : 'CPUs'}` : '',
    vm.memory_mb ? `${memory(vm.memory_mb)} memory` : '',
  ]
    .filter(Boolean)
    .join(', ');

const POWER = { poweredon: 'On', poweredoff: 'Off', suspended: 'Suspended' };

/** The source VM's power in words. */
export const power = (vm) =>
  POWER[
    String(vm.power_state ?? '')
      .toLowerCase()
      .replaceAll(/[^a-z]/g, '')
  ] ?? humanized(vm.power_state);
