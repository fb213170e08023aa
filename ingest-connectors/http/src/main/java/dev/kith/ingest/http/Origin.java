package dev.kith.ingest.http;

import java.net.URI;
import java.util.Locale;

/**
 * Scheme, host and port of an address (RFC 6454). Messages show only the host, because the path and
 * the query of some addresses are secrets.
 */
record Origin(String scheme, String host, int port) {
  static Origin of(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    int defaultPort = scheme.equals("https") ? 443 : 80;
    return new Origin(scheme, host, address.getPort() < 0 ? defaultPort : address.getPort());
  }

  boolean isEncrypted() {
    return scheme.equals("https");
  }

  @Override
  public String toString() {
    return host;
  }
}
