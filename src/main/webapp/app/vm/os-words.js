const SERVERS = {
  winLonghorn: '2008',
  windows7Server: '2008 R2',
  windows8Server: '2012',
  windows9Server: '2016',
  windows2019srv: '2019',
  windows2019srvNext: '2022',
  windows2022srvNext: '2025',
};
const DESKTOPS = { windows7: '7', windows8: '8', windows9: '10', windows11: '11', windows12: '12' };
const LINUXES = {
  almalinux: 'AlmaLinux',
  amazonlinux: 'Amazon Linux',
  centos: 'CentOS',
  debian: 'Debian',
  fedora: 'Fedora',
  oracleLinux: 'Oracle Linux',
  rhel: 'Red Hat Enterprise Linux',
  rockylinux: 'Rocky Linux',
  sles: 'SUSE Linux Enterprise Server',
  ubuntu: 'Ubuntu',
};

/** The operating system in words, from VMware's guest id; what is no id, or one not known here, is told as it is. */
export function system(osType) {
  const [, id] = /^(.+?)_?(?:64)?Guest$/.exec(osType ?? '') ?? [];
  if (!id) return osType ?? '';
  if (SERVERS[id]) return `Windows Server ${SERVERS[id]}`;
  if (DESKTOPS[id]) return `Windows ${DESKTOPS[id]}`;
  const [, family, version] = /^(\D+)(\d*)$/.exec(id) ?? [];
  return LINUXES[family] ? `${LINUXES[family]} ${version}`.trim() : osType;
}
