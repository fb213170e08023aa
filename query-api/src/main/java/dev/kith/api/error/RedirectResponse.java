package dev.kith.api.error;

import java.net.URI;

/** The resource has another address now: 308. */
public final class RedirectResponse extends RuntimeException {
  private final URI location;

  /** Says where it is now. */
  public RedirectResponse(String path) {
    super(path, null, false, false);
    this.location = URI.create(path);
  }

  /** Where it is now. */
  public URI location() {
    return location;
  }
}
