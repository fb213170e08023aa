package dev.kith.ingest.bluesky.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Filters messages before their records are decoded, by the owner of the repository, and by whether
 * the bytes contain the DID of a configured account.
 */
public final class Relevance {
  private static final byte[] PLC = "did:plc:".getBytes(US_ASCII);
  private static final int PLC_LENGTH = 32;

  private final Set<String> repositories;
  private final Set<String> named = new TreeSet<>();
  private final List<byte[]> otherMethods = new ArrayList<>();

  /**
   * A filter for accounts.
   *
   * @param repositories accounts of which everything is decoded
   * @param named accounts; messages of other accounts are decoded if they contain one of these
   */
  public Relevance(Set<String> repositories, Set<String> named) {
    this.repositories = Set.copyOf(repositories);
    for (String did : named) {
      if (did.startsWith("did:plc:") && did.length() == PLC_LENGTH) {
        this.named.add(did);
      } else {
        otherMethods.add(did.getBytes(US_ASCII));
      }
    }
  }

  /** Accounts of which everything is decoded. */
  public Set<String> repositories() {
    return repositories;
  }

  boolean isWanted(String did, byte[] content) {
    return repositories.contains(did) || containsNamed(content);
  }

  private boolean containsNamed(byte[] content) {
    for (int at = find(PLC, content, 0); at >= 0; at = find(PLC, content, at + 1)) {
      int until = at + PLC_LENGTH;
      if (until <= content.length
          && named.contains(new String(content, at, PLC_LENGTH, US_ASCII))) {
        return true;
      }
    }
    return otherMethods.stream().anyMatch(did -> find(did, content, 0) >= 0);
  }

  private static int find(byte[] part, byte[] content, int from) {
    int last = content.length - part.length;
    for (int at = from; at <= last; at++) {
      if (content[at] == part[0]
          && Arrays.equals(content, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    return -1;
  }
}
