package dev.kith.ingest.http;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses {@code Link} headers (RFC 8288). */
final class LinkHeader {
  private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";
  private static final Pattern LINK =
      Pattern.compile(
          "<([^>]*)>((?:\\s*;\\s*[^\\s;,=]+(?:\\s*=\\s*(?:" + QUOTED + "|[^\\s;,]*))?)*+)");
  private static final Pattern RELATION =
      Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,]+))");

  private LinkHeader() {}

  /** The target of the first link with a relation, resolved against the address of the page. */
  static Optional<URI> find(List<String> headers, String relation, URI page) {
    for (String header : headers) {
      Matcher link = LINK.matcher(header);
      while (link.find()) {
        if (hasRelation(link.group(2), relation)) {
          return resolve(page, link.group(1));
        }
      }
    }
    return Optional.empty();
  }

  /** Only the first {@code rel} of a link counts (RFC 8288, section 3.3). */
  private static boolean hasRelation(String parameters, String relation) {
    Matcher rel = RELATION.matcher(parameters);
    if (!rel.find()) {
      return false;
    }
    String names = rel.group(1) == null ? rel.group(2) : rel.group(1);
    return Arrays.asList(names.toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .contains(relation.toLowerCase(Locale.ROOT));
  }

  private static Optional<URI> resolve(URI page, String target) {
    try {
      return Optional.of(page.resolve(target.strip()));
    } catch (IllegalArgumentException invalid) {
      return Optional.empty();
    }
  }
}
