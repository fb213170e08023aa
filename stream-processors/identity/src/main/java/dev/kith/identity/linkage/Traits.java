package dev.kith.identity.linkage;

import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Profile;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What of an account can be compared with another.
 *
 * @param account its id
 * @param kind what stands behind it
 * @param names the names it goes by
 * @param handles logins, nicknames and local parts of addresses
 * @param logins per platform, where the account states exactly one: two different ones speak
 *     against one person
 * @param home mail domain or server, if it is of a size that being there together means something
 */
public record Traits(
    String account,
    AccountKind kind,
    List<PersonName> names,
    SortedSet<Handle> handles,
    SortedMap<String, String> logins,
    Optional<String> home) {

  /** What {@code profile} states. */
  public static Traits of(Profile profile) {
    return new ProfileReading(profile).traits();
  }

  /** The names that have more than one word. */
  List<PersonName> fullNames() {
    return names.stream().filter(PersonName::isFull).toList();
  }

  /** Whether both state a login on one platform and not the same. */
  boolean conflictsWith(Traits other) {
    return logins.entrySet().stream()
        .anyMatch(
            login -> {
              String theirs = other.logins.get(login.getKey());
              return theirs != null && !theirs.equals(login.getValue());
            });
  }
}
