import { describe, expect, test } from 'vitest';
import { findPrivatePlace } from '../../../../../electron/isi/client/http/private-address';

const ofComputer = [
  ...['127.0.0.1', '127.0.0.53', '127.255.255.255', '0.0.0.0', '0.1.2.3', '::1', '::'],
  ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:0.0.0.0', '::7f00:1'],
  ...['64:ff9b::7f00:1', '2002:7f00:1::', '2002:7f00:1::1'],
];
const ofNetwork = [
  ...['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.1.5'],
  ...['169.254.169.254', '100.64.0.1', '100.127.255.254', '192.0.0.8', '224.0.0.251'],
  ...['255.255.255.255', '240.0.0.1', 'fd00::1', 'fc00::', 'fe80::1', 'fe80::1%eth0', 'febf::1'],
  ...['fec0::1', 'ff02::fb', '::ffff:10.0.0.1', '::ffff:c0a8:105', '::ffff:a9fe:a9fe'],
  ...['64:ff9b::a00:1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::1', '2002:c0a8:105::1', '::a00:1'],
];
const ofInternet = [
  ...['1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.0', '172.15.255.255', '172.32.0.0'],
  ...['192.167.255.255', '192.169.0.0', '100.63.255.255', '100.128.0.0', '169.253.0.1'],
  ...['126.255.255.255', '128.0.0.0', '223.255.255.255', '198.18.0.7', '198.19.255.255'],
  ...['2606:4700::1111', '2001:db8::1', '::ffff:1.1.1.1', '64:ff9b::101:101', '2002:101:101::1'],
  ...['fbff::1', 'fe00::1', 'example.com', 'localhost', '', '127.1'],
];

describe('where a number leads', () => {
  test.for(ofComputer)('%s: this computer', (address) =>
    expect(findPrivatePlace(address)).toBe('computer'),
  );
  test.for(ofNetwork)('%s: its network', (address) =>
    expect(findPrivatePlace(address)).toBe('network'),
  );
  test.for(ofInternet)('%s: the internet, or it is no number', (address) =>
    expect(findPrivatePlace(address)).toBe(undefined),
  );
});
