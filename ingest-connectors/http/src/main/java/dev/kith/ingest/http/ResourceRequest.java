package dev.kith.ingest.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request for one resource. Each method returns a changed copy.
 *
 * @param method {@code GET} or another
 * @param address where it is
 * @param name what it is, for messages: {@code issues of town/code}; never a secret
 * @param credential sent if it belongs to the address's origin
 * @param validators of the version that is known already
 * @param headers further ones; not sent to another origin
 * @param body what is sent, as UTF-8
 * @param mediaTypes that the response may have; empty for any
 * @param statuses beyond 2xx and 304 that the caller understands, such as 404
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

  /** Only if it has changed since. */
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

  /** Returns these statuses as well instead of failing. */
  public ResourceRequest understanding(Integer... others) {
    return new ResourceRequest(
        method, address, name, credential, validators, headers, body, mediaTypes, Set.of(others));
  }

  /** Whether sending it twice does no more than sending it once. */
  boolean isRepeatable() {
    return !method.equals("POST") && !method.equals("PATCH");
  }

  /** What a message may say of it. */
  @Override
  public String toString() {
    return name + " at " + Origin.of(address);
  }
}
