package dev.kith.ingest.webdav;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** References in responses, which are paths or addresses. */
final class Href {
  private Href() {}

  /**
   * The address of a reference; empty if it has no path. Some servers do not encode blanks and
   * other characters.
   */
  static Optional<URI> resolve(URI base, String reference) {
    String text = reference.strip();
    return parse(() -> new URI(text))
        .or(() -> parse(() -> new URI(null, null, text, null)))
        .map(base::resolve)
        .filter(address -> address.getPath() != null);
  }

  /** An attempt to read a reference. */
  private interface Parser {
    URI parse() throws URISyntaxException;
  }

  private static Optional<URI> parse(Parser parser) {
    try {
      return Optional.of(parser.parse());
    } catch (URISyntaxException other) {
      return Optional.empty();
    }
  }
}
