package dev.kith.identity.clustering;

import dev.kith.identity.evidence.Findings;
import java.util.Map;

/**
 * The partition of a component into persons.
 *
 * @param seeds the seed account of each account's person
 * @param findings by seed account, for and against
 */
public record Clusters(Map<String, String> seeds, Map<String, Findings> findings) {
  Findings findings(String account) {
    return findings.getOrDefault(account, Findings.NONE);
  }
}
