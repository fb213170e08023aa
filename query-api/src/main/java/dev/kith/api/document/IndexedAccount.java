package dev.kith.api.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account of a person, and what its network says of it.
 *
 * @param account its id, namespace:address
 * @param network its network
 * @param kind what stands behind it
 * @param seen the earliest activity in which it was met
 * @param names display names, best first
 * @param handle short name on the network
 * @param emails mail addresses
 * @param organisation company or body it names
 * @param bio what it says about itself
 * @param contexts repositories, lists, servers in which it was met
 */
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = true)
public record IndexedAccount(
    String account,
    @Nullable String network,
    @Nullable String kind,
    @Nullable String seen,
    List<String> names,
    @Nullable String handle,
    List<String> emails,
    @Nullable String organisation,
    @Nullable String bio,
    List<String> contexts) {
  /** Reads what is missing as empty. */
  public IndexedAccount {
    names = Lists.of(names);
    emails = Lists.of(emails);
    contexts = Lists.of(contexts);
  }
}
