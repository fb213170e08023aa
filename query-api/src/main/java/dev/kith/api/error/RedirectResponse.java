package dev.kith.api.error;

import java.net.URI;

/** The resource has a new address: 308. */
public final class RedirectResponse extends RuntimeException {
  private final URI location;

  /** A redirection to this path. */
  public RedirectResponse(String path) {
    super(path, null, false, false);
    this.location = URI.create(path);
  }

  /** The new address. */
  public URI location() {
    return location;
  }
}
