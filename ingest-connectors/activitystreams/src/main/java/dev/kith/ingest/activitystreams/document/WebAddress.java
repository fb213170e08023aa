package dev.kith.ingest.activitystreams.document;

import java.util.Locale;
import java.util.Optional;

/**
 * An address on the web in its one spelling (RFC 3987 §5.3): a host in letters, in Punycode or
 * percent-encoded is one host, a raw and an encoded path are one path.
 *
 * @param scheme http or https
 * @param authority host, and port if it is not the usual one
 * @param path percent-encoded; empty if there is none
 * @param query with its question mark; empty if there is none
 * @param fragment with its number sign; empty if there is none
 */
public record WebAddress(
    String scheme, String authority, String path, String query, String fragment) {
  private static final int LARGEST_PORT = 65_535;

  /** Reads an address; empty if it is none of the web. */
  public static Optional<WebAddress> of(String text) {
    String address = text.strip();
    int colon = address.indexOf("://");
    String scheme = colon < 0 ? "" : address.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.empty();
    }
    int end = end(address, colon + 3, "/?#");
    int query = end(address, end, "?#");
    int fragment = end(address, query, "#");
    return authority(scheme, address.substring(colon + 3, end))
        .map(
            authority ->
                new WebAddress(
                    scheme,
                    authority,
                    PercentEncoding.normalize(address.substring(end, query)),
                    PercentEncoding.normalize(address.substring(query, fragment)),
                    PercentEncoding.normalize(address.substring(fragment))));
  }

  private static int end(String text, int from, String marks) {
    int at = from;
    while (at < text.length() && marks.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static Optional<String> authority(String scheme, String written) {
    String server = written.substring(written.lastIndexOf('@') + 1);
    int colon = server.lastIndexOf(':');
    boolean hasPort = colon > server.lastIndexOf(']');
    String port = hasPort ? server.substring(colon + 1) : "";
    boolean isUsual = port.isEmpty() || port.equals(scheme.equals("http") ? "80" : "443");
    return isUsual || isPort(port)
        ? HostName.of(hasPort ? server.substring(0, colon) : server)
            .map(host -> isUsual ? host : host + ":" + port)
        : Optional.empty();
  }

  private static boolean isPort(String port) {
    return port.length() <= 5
        && port.chars().allMatch(each -> each >= '0' && each <= '9')
        && Integer.parseInt(port) <= LARGEST_PORT;
  }

  /** Whether the address ends with its path. */
  public boolean isPathOnly() {
    return query.isEmpty() && fragment.isEmpty();
  }

  @Override
  public String toString() {
    return scheme + "://" + authority + path + query + fragment;
  }
}
