package dev.kith.ingest.activitystreams.signature;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it was received.
 *
 * @param method in upper case
 * @param target path and query, as in the request line
 * @param headers values by name in lower case
 * @param body as received
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
public record SignedRequest(
    String method, String target, Map<String, List<String>> headers, byte[] body) {

  /** All values of a header in one line (RFC 9421 §2.1). */
  Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(", ", values.stream().map(String::strip).toList()));
  }

  /** Whether a signature in either form is there. */
  public boolean isSigned() {
    return headers.containsKey("signature");
  }
}
