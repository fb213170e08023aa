package dev.kith.ingest.http;

import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.SourceException.Unavailable;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses requests to addresses that only this machine or its network can reach. Otherwise an
 * address in a configuration, a feed or a redirect could be used to read a server behind the
 * firewall (server-side request forgery).
 */
final class AddressGuard {
  /** Special-purpose IPv4 networks (RFC 6890), and the metadata address of Azure. */
  private static final List<Network> PRIVATE_IPV4 =
      List.of(
          new Network(0x00000000, 8), // 0.0.0.0/8, this host
          new Network(0x0A000000, 8), // 10.0.0.0/8, private use
          new Network(0x64400000, 10), // 100.64.0.0/10, carrier-grade NAT
          new Network(0x7F000000, 8), // 127.0.0.0/8, loopback
          new Network(0xA9FE0000, 16), // 169.254.0.0/16, link-local, metadata of most clouds
          new Network(0xAC100000, 12), // 172.16.0.0/12, private use
          new Network(0xC0000000, 24), // 192.0.0.0/24, protocol assignments
          new Network(0xC0A80000, 16), // 192.168.0.0/16, private use
          new Network(0xC6120000, 15), // 198.18.0.0/15, benchmarks
          new Network(0xA83F8110, 32), // 168.63.129.16, metadata of Azure
          new Network(0xE0000000, 3)); // 224.0.0.0 and above, multicast and reserved

  private final Set<String> privateHosts = new TreeSet<>();

  private record Network(int first, int prefix) {
    boolean contains(int address) {
      int mask = -1 << (Integer.SIZE - prefix);
      return (address & mask) == first;
    }
  }

  AddressGuard(List<String> privateHosts) {
    privateHosts.forEach(host -> this.privateHosts.add(host.toLowerCase(Locale.ROOT)));
  }

  /**
   * Refuses an address that is not http or https, has credentials, or resolves to a private one.
   */
  void check(URI address) throws Refused, Unavailable {
    Origin origin = Origin.of(address);
    if (address.getHost() == null || !Set.of("http", "https").contains(origin.scheme())) {
      throw new Refused("expected an address with http or https and a host, found another", null);
    }
    if (address.getRawUserInfo() != null) {
      throw new Refused(
          "expected an address without credentials at " + origin + ", found one with them", null);
    }
    for (InetAddress resolved : resolve(origin.host())) {
      if (isPrivate(resolved) && !isAllowed(origin.host())) {
        throw new Refused(
            "expected a public address at %s, found a private one; if it is yours, add %s to"
                    .formatted(origin, origin)
                + " kith.http.private-hosts and start Kith again",
            null);
      }
    }
  }

  private static InetAddress[] resolve(String host) throws Unavailable {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new Unavailable("expected an address of %s, found none".formatted(host), e);
    }
  }

  private boolean isAllowed(String host) {
    return privateHosts.contains("*") || privateHosts.contains(host);
  }

  static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return isPrivateIpv4(bytes, 0);
    }
    boolean isUniqueLocal = (bytes[0] & 0xFE) == 0xFC;
    return isUniqueLocal
        || address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || isEmbeddedIpv4Private(bytes);
  }

  /** NAT64 (RFC 6052), 6to4 (RFC 3056) and IPv4-compatible addresses contain an IPv4 address. */
  private static boolean isEmbeddedIpv4Private(byte[] bytes) {
    String hex = HexFormat.of().formatHex(bytes);
    if (hex.startsWith("2002")) {
      return isPrivateIpv4(bytes, 2);
    }
    boolean isEmbedded = hex.startsWith("0064ff9b") || hex.startsWith("000000000000000000000000");
    return isEmbedded && isPrivateIpv4(bytes, 12);
  }

  private static boolean isPrivateIpv4(byte[] bytes, int from) {
    int address = 0;
    for (int i = from; i < from + 4; i++) {
      address = (address << 8) | (bytes[i] & 0xFF);
    }
    int ipv4 = address;
    return PRIVATE_IPV4.stream().anyMatch(network -> network.contains(ipv4));
  }
}
