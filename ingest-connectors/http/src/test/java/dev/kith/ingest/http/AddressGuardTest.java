package dev.kith.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "168.63.129.16",
        "100.64.0.1",
        "100.100.100.200",
        "198.19.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
      })
  void anAddressBehindTheFirewallIsPrivate(String address) throws Exception {
    assertThat(AddressGuard.isPrivate(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1",
        "172.32.0.1",
        "100.128.0.1",
        "8.8.8.8",
        "2001:db8::1",
        "2606:50c0:8000::153",
        "64:ff9b::808:808",
      })
  void anAddressOfTheInternetIsPublic(String address) throws Exception {
    assertThat(AddressGuard.isPrivate(InetAddress.getByName(address))).isFalse();
  }
}
