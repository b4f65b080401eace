import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../src/main/platform/remote-picture/public-address';

describe('an address of the public internet', () => {
  it.each(['1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255', '128.0.0.0'])(
    '%s is one',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  it.each(['172.15.255.255', '172.32.0.0', '192.167.255.255', '192.169.0.0', '223.255.255.255', '169.253.255.255'])(
    '%s is one',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  it.each(['2606:4700:4700::1111', '2a00:801:f0::1', '2001:200::1', '2003::1', '3ffe::1'])('%s is one', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
});

describe('what is none', () => {
  it.each([
    ['this computer', '127.0.0.1', '127.255.255.254', '::1', '0.0.0.0', '0.1.2.3', '::'],
    [
      'private networks',
      '10.0.0.1',
      '10.255.255.255',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.0.1',
      '192.168.255.255',
    ],
    ['an operator’s own network', '100.64.0.1', '100.127.255.255', '192.0.0.1'],
    ['the local network, and the metadata of clouds', '169.254.169.254', '169.254.0.1', 'fe80::1', 'fe80::1%eth0'],
    ['unique local addresses', 'fc00::1', 'fd00:ec2::254', 'fdff:ffff::1'],
    ['multicast and broadcast', '224.0.0.1', '239.255.255.255', 'ff02::1', 'ff0e::1', '255.255.255.255', '240.0.0.1'],
    ['documentation and measurement', '192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '2001:db8::1'],
    ['IPv4 within IPv6', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', '::127.0.0.1', '64:ff9b::7f00:1'],
    ['IPv4 within IPv6, even public', '::ffff:1.1.1.1', '2002:7f00:1::1', '2002:0101:0101::1', '2001::7f00:1'],
    ['no address', '', 'localhost', '1.1.1', '2130706433', '0x7f.1', '1.1.1.1:443', '[::1]', ' 1.1.1.1'],
  ])('%s', (_what, ...addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });
});
