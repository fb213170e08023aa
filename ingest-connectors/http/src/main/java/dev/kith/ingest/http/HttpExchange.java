package dev.kith.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** A response with its whole body. */
public final class HttpExchange {
  private static final int NOT_MODIFIED = 304;

  private final int status;
  private final URI address;
  private final boolean isMoved;
  private final HttpHeaders headers;
  private final byte[] body;

  HttpExchange(int status, URI address, boolean isMoved, HttpHeaders headers, byte[] body) {
    this.status = status;
    this.address = address;
    this.isMoved = isMoved;
    this.headers = headers;
    this.body = body;
  }

  /** The status: 2xx, 304, or one that the request accepts. */
  public int status() {
    return status;
  }

  /** Whether the server answered 304: the version with the validators of the request is current. */
  public boolean isNotModified() {
    return status == NOT_MODIFIED;
  }

  /** The address of the response, after redirects. */
  public URI address() {
    return address;
  }

  /** Whether the resource has moved to {@link #address} for good: all redirects are permanent. */
  public boolean isMoved() {
    return isMoved;
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The validators of this version, for the next request for the same resource. */
  public Validators validators() {
    return new Validators(header("ETag").orElse(null), header("Last-Modified").orElse(null));
  }

  /** The target of the {@code Link} with a relation, such as {@code next} (RFC 8288). */
  public Optional<URI> link(String relation) {
    return LinkHeader.find(headers.allValues("Link"), relation, address);
  }

  /** The body, decompressed. */
  public byte[] body() {
    return body.clone();
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, UTF_8);
  }
}
