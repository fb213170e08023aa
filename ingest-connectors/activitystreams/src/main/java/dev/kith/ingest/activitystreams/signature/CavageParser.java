package dev.kith.ingest.activitystreams.signature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses a {@code Signature} header (draft-cavage-http-signatures-12). */
final class CavageParser {
  private static final Pattern PARAMETER =
      Pattern.compile("([a-zA-Z]+)\\s*=\\s*(?:\"([^\"]*)\"|(\\d{1,18}))");

  private final SignedRequest request;
  private final Map<String, String> parameters = new HashMap<>();

  CavageParser(SignedRequest request) {
    this.request = request;
    Matcher each = PARAMETER.matcher(request.header("signature").orElse(""));
    while (each.find()) {
      parameters.put(each.group(1), each.group(2) == null ? each.group(3) : each.group(2));
    }
  }

  MessageSignature parse() throws InvalidSignatureException {
    List<String> covered =
        List.of(
            parameters.getOrDefault("headers", "(created)").toLowerCase(Locale.ROOT).split(" "));
    List<String> lines = new ArrayList<>();
    for (String name : covered) {
      lines.add(name + ": " + value(name));
    }
    return new MessageSignature(
        parameter("keyId"),
        parameters.getOrDefault("algorithm", "").toLowerCase(Locale.ROOT),
        Set.copyOf(covered),
        time("created"),
        time("expires"),
        List.of(String.join("\n", lines)),
        signature());
  }

  private String value(String name) throws InvalidSignatureException {
    return switch (name) {
      case "(request-target)" -> request.method().toLowerCase(Locale.ROOT) + " " + request.target();
      case "(created)" -> parameter("created");
      case "(expires)" -> parameter("expires");
      default ->
          request
              .header(name)
              .orElseThrow(
                  () ->
                      new InvalidSignatureException(
                          "Signature: expected the signed header " + name + ", found none"));
    };
  }

  private String parameter(String name) throws InvalidSignatureException {
    String value = parameters.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new InvalidSignatureException("Signature: expected " + name + ", found none");
    }
    return value;
  }

  private @Nullable Instant time(String name) throws InvalidSignatureException {
    String seconds = parameters.get(name);
    if (seconds != null && !seconds.matches("\\d{1,11}")) {
      throw new InvalidSignatureException(
          "Signature: expected seconds since 1970 in " + name + ", found something else");
    }
    return seconds == null ? null : Instant.ofEpochSecond(Long.parseLong(seconds));
  }

  private byte[] signature() throws InvalidSignatureException {
    try {
      return Base64.getDecoder().decode(parameter("signature"));
    } catch (IllegalArgumentException e) {
      throw new InvalidSignatureException("Signature: expected base64 in signature, found none");
    }
  }
}
