package dev.kith.ingest.mail.address;

import dev.kith.schemas.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A mail address and the name written beside it.
 *
 * @param name display name, or null
 * @param address in normal form; without domain it ends with {@code @localhost}
 * @param relayed whose mail the address passes on, as in {@code Ann Lee via Frogs}: a name or an
 *     address, never that of the owner; or null
 */
public record EmailAddress(@Nullable String name, String address, @Nullable String relayed) {
  static final String NO_DOMAIN = "@localhost";

  public EmailAddress(@Nullable String name, String address) {
    this(name, address, null);
  }

  /** The address without name. */
  public EmailAddress withoutName() {
    return new EmailAddress(null, address);
  }

  /** The account id. */
  public String account() {
    return AccountId.email(address).toString();
  }

  /** The part before the @. */
  public String localPart() {
    return address.substring(0, address.lastIndexOf('@'));
  }

  /** The part after the @. */
  public String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /** Whether the address is the same everywhere, that is, has a domain. */
  public boolean isGlobal() {
    return !address.endsWith(NO_DOMAIN);
  }
}
