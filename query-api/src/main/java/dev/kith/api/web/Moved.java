package dev.kith.api.web;

import java.net.URI;

/** What was asked for is found at another address. */
public final class Moved extends RuntimeException {
  private final URI location;

  /** Says where it is now. */
  public Moved(String path) {
    super(path, null, false, false);
    this.location = URI.create(path);
  }

  /** Where it is now. */
  public URI location() {
    return location;
  }
}
