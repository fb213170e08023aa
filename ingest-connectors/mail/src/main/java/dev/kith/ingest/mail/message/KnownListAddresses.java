package dev.kith.ingest.mail.message;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * List addresses found so far. They are part of the cursor, so that a page depends on nothing but
 * its cursor. Not thread-safe.
 */
public final class KnownListAddresses {
  /** The first ones are kept: a cursor must stay small. */
  static final int MAX_COUNT = 500;

  private final Set<String> addresses;

  public KnownListAddresses(Collection<String> addresses) {
    this.addresses = new LinkedHashSet<>(addresses);
  }

  void add(Collection<String> met) {
    for (String address : met.stream().sorted().toList()) {
      if (addresses.size() < MAX_COUNT) {
        addresses.add(address);
      }
    }
  }

  boolean contains(String address) {
    return addresses.contains(address);
  }

  public List<String> addresses() {
    return List.copyOf(addresses);
  }
}
