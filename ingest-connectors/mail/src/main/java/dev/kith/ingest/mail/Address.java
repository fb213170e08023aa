package dev.kith.ingest.mail;

import dev.kith.schemas.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A mail address and the name written beside it.
 *
 * @param name display name, or null
 * @param address in lower case; one without domain belongs to {@code localhost}
 */
record Address(@Nullable String name, String address) {
  static final String NO_DOMAIN = "@localhost";

  /** The account id. */
  String account() {
    return AccountId.email(address).toString();
  }

  /** What stands before the @. */
  String localPart() {
    return address.substring(0, address.lastIndexOf('@'));
  }

  /** What stands behind the @. */
  String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /** Whether the same words mean the same address anywhere else. */
  boolean isGlobal() {
    return !address.endsWith(NO_DOMAIN);
  }
}
