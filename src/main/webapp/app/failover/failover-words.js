import { html } from '../lit.js';

/** The two kinds of failover in words, by the name that the API gives them; `about` takes the VM's name and what is chosen. */
export const KINDS = {
  test_failover: {
    name: 'Test failover',
    short: 'A copy runs in the test network. The VM stays where it is.',
    title: 'Start test failover',
    start: 'Start test failover',
    icon: 'test',
    tone: 'busy',
    about: (vm) => html`A copy of <strong>${vm}</strong> is started at the destination, in its test network. The VM itself keeps
      running. A rollback removes the copy.`,
  },
  live_failover: {
    name: 'Live failover',
    short: 'The VM moves to the destination. It is away meanwhile.',
    title: 'Start live failover',
    start: 'Start live failover',
    icon: 'crossover',
    tone: 'warn',
    about: (vm, { powerOffSource = true } = {}) => html`<strong>${vm}</strong> moves to the destination: the source VM ${
      powerOffSource ? 'is switched off' : 'stays on'
    }, and the new VM starts under the same name. Nobody should use it meanwhile. A rollback brings the source VM back; what
      was changed at the destination until then is lost.`,
  },
};

export const kindOf = ({ live }) => (live ? 'live_failover' : 'test_failover');

/** What can be chosen; `about` takes what is chosen now, `said` whether it was chosen. */
export const OPTIONS = [
  {
    key: 'powerOffSource',
    liveOnly: true,
    testId: 'option-power-off-source',
    name: 'Switch the source VM off',
    about: () => 'Shuts its system down first, and switches it off if that takes too long.',
    said: (yes) => (yes ? 'The source VM is switched off' : 'The source VM stays on'),
  },
  {
    key: 'finalSync',
    testId: 'option-final-sync',
    name: 'Final synchronization',
    about: ({ live }) =>
      live
        ? 'Copies the latest changes, so that nothing is missing in the new VM. Takes a little longer.'
        : "Copies the latest changes first, so that the test uses today's data. Takes a little longer.",
    said: (yes) => (yes ? 'With final synchronization' : 'Without final synchronization'),
  },
  {
    key: 'skipDrivers',
    testId: 'option-skip-drivers',
    name: 'Without driver installation',
    about: () => 'Leaves out the drivers that Windows needs at the destination.',
    said: (yes) => (yes ? 'Without driver installation' : 'With driver installation'),
  },
];

/** What one should know before starting a failover so. */
export function warningsOf({ live, finalSync, skipDrivers, powerOffSource }) {
  const warnings = [];
  if (live && !powerOffSource)
    warnings.push(
      'Both VMs will run at the same time, with the same name and addresses. What the source VM changes from then on is not copied.',
    );
  if (live && !finalSync) warnings.push('What the source VM changed since its last replication will be missing in the new VM.');
  if (skipDrivers)
    warnings.push(
      'Windows will not start at the destination unless these drivers are already installed in it. Choose this only if they are, or if the VM does not run Windows.',
    );
  return warnings;
}
