package dev.kith.identity;

import dev.kith.identity.linkage.StatedNames;
import dev.kith.identity.linkage.Traits;
import dev.kith.schemas.AccountKind;
import java.util.List;
import java.util.Map;

/**
 * What clustering needs to know of an account.
 *
 * @param seen earliest moment at which the account was met, in milliseconds since 1970
 * @param kind what stands behind it
 * @param logins per platform the login it states
 * @param names the full names it states, as {@link StatedNames} compares them
 */
record Facts(long seen, AccountKind kind, Map<String, String> logins, List<String> names) {

  static Facts of(long seen, Traits traits) {
    return new Facts(seen, traits.kind(), Map.copyOf(traits.logins()), traits.statedNames());
  }
}
