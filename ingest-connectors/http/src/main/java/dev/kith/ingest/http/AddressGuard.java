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
 * Keeps requests away from addresses that only this machine or its network reaches, so that an
 * address in a configuration, a feed or a redirect cannot be used to read what is behind the
 * firewall.
 */
final class AddressGuard {
  /** IPv4 networks by first address and prefix length (RFC 6890 and the metadata of clouds). */
  private static final List<Network> PRIVATE_IPV4 =
      List.of(
          new Network(0x00000000, 8),
          new Network(0x0A000000, 8),
          new Network(0x64400000, 10),
          new Network(0x7F000000, 8),
          new Network(0xA9FE0000, 16),
          new Network(0xAC100000, 12),
          new Network(0xC0000000, 24),
          new Network(0xC0A80000, 16),
          new Network(0xC6120000, 15),
          new Network(0xA83F8110, 32),
          new Network(0xE0000000, 3));

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

  /** Refuses an address that is no web address, or that resolves to a private one. */
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
                + " kith.http.private-hosts",
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

  /** NAT64 (RFC 6052), 6to4 (RFC 3056) and IPv4-compatible addresses lead to an IPv4 address. */
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
    int whole = address;
    return PRIVATE_IPV4.stream().anyMatch(network -> network.contains(whole));
  }
}
