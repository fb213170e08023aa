package dev.kith.ingest.mail;

import dev.kith.schemas.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A mail address and the name written beside it.
 *
 * @param name display name, or null
 * @param address in its one spelling; one without domain belongs to {@code localhost}
 * @param relayed whose mail the address passes on, as in {@code Ann Lee via Frogs}: a name or an
 *     address, never that of the owner; or null
 */
record Address(@Nullable String name, String address, @Nullable String relayed) {
  static final String NO_DOMAIN = "@localhost";

  Address(@Nullable String name, String address) {
    this(name, address, null);
  }

  /** The same address, whoever wrote what beside it. */
  Address withoutName() {
    return new Address(null, address);
  }

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
