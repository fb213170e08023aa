package dev.kith.ingest.activitystreams.document;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?is)(https?)://(?:[^/?#]*@)?(\\[[^]/?#]*]|[^:/?#]*)(?::(\\d{0,5}))?"
              + "(|/[^?#]*)(|\\?[^#]*)(|#.*)");

  /** Reads an address; empty if it is none of the web. */
  public static Optional<WebAddress> of(String text) {
    Matcher address = ADDRESS.matcher(text.strip());
    if (!address.matches()) {
      return Optional.empty();
    }
    String scheme = address.group(1).toLowerCase(Locale.ROOT);
    String port = address.group(3) == null ? "" : address.group(3);
    boolean isUsual = port.isEmpty() || port.equals(scheme.equals("http") ? "80" : "443");
    if (!isUsual && Integer.parseInt(port) > LARGEST_PORT) {
      return Optional.empty();
    }
    return HostName.of(address.group(2))
        .map(
            host ->
                new WebAddress(
                    scheme,
                    isUsual ? host : host + ":" + port,
                    PercentEncoding.normalize(address.group(4)),
                    PercentEncoding.normalize(address.group(5)),
                    PercentEncoding.normalize(address.group(6))));
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
