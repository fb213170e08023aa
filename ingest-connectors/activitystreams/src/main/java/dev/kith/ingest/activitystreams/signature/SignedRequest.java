package dev.kith.ingest.activitystreams.signature;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it was received.
 *
 * @param method in upper case
 * @param target path and query of the request line
 * @param headers values by name; names are in lower case
 * @param body bytes of the body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only passed on
public record SignedRequest(
    String method, String target, Map<String, List<String>> headers, byte[] body) {

  /** All values of a header, joined by a comma and a space (RFC 9421, section 2.1). */
  Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(", ", values.stream().map(String::strip).toList()));
  }

  /** Whether there is a signature, in either form. */
  public boolean isSigned() {
    return headers.containsKey("signature");
  }
}
