package dev.kith.ingest.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request for one resource. Immutable: each method returns a changed copy.
 *
 * @param method {@code GET} or another
 * @param address of the resource
 * @param name of the resource in messages, such as {@code issues of town/code}; never a secret
 * @param credential sent if it belongs to the address's origin
 * @param validators of the version that was read before; make the request conditional
 * @param headers further ones; not sent to another origin
 * @param body text that is sent as UTF-8
 * @param mediaTypes that are accepted for the response; empty for any
 * @param statuses that are no failure, such as 404, in addition to 2xx and 304
 */
public record ResourceRequest(
    String method,
    URI address,
    String name,
    @Nullable Credential credential,
    Validators validators,
    Map<String, String> headers,
    @Nullable String body,
    Set<String> mediaTypes,
    Set<Integer> statuses) {

  /** Reads a resource. */
  public static ResourceRequest get(URI address, String name) {
    return of("GET", address, name);
  }

  /** Any method, such as {@code POST} or {@code PROPFIND}. */
  public static ResourceRequest of(String method, URI address, String name) {
    return new ResourceRequest(
        method, address, name, null, Validators.NONE, Map.of(), null, Set.of(), Set.of());
  }

  /** With a credential. */
  public ResourceRequest with(@Nullable Credential other) {
    return new ResourceRequest(
        method, address, name, other, validators, headers, body, mediaTypes, statuses);
  }

  /** Conditional: the response is 304 if the resource has not changed since this version. */
  public ResourceRequest changedSince(Validators known) {
    return new ResourceRequest(
        method, address, name, credential, known, headers, body, mediaTypes, statuses);
  }

  /** With one more header. */
  public ResourceRequest header(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ResourceRequest(
        method, address, name, credential, validators, more, body, mediaTypes, statuses);
  }

  /** With a body. */
  public ResourceRequest body(String mediaType, String content) {
    return new ResourceRequest(
            method, address, name, credential, validators, headers, content, mediaTypes, statuses)
        .header("Content-Type", mediaType);
  }

  /** Expects one of these media types, such as {@code application/json}; {@code +json} counts. */
  public ResourceRequest accepting(String... types) {
    return new ResourceRequest(
        method, address, name, credential, validators, headers, body, Set.of(types), statuses);
  }

  /** Treats these statuses as responses, not as failures. */
  public ResourceRequest understanding(Integer... others) {
    return new ResourceRequest(
        method, address, name, credential, validators, headers, body, mediaTypes, Set.of(others));
  }

  /** Whether the method is idempotent (RFC 9110, section 9.2.2). */
  boolean isRepeatable() {
    return !method.equals("POST") && !method.equals("PATCH");
  }

  /** The name and the host, for messages. */
  @Override
  public String toString() {
    return name + " at " + Origin.of(address);
  }
}
