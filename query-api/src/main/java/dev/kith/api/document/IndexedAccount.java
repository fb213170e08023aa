package dev.kith.api.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account of a person, with its profile.
 *
 * @param account its id, namespace:address
 * @param network its network
 * @param kind person, bot, list, role or organisation
 * @param seen time of the earliest activity with it
 * @param names display names, best first
 * @param handle short name on the network
 * @param emails mail addresses
 * @param organisation company or other organisation of the profile
 * @param bio description in the profile
 * @param contexts repositories, lists and servers with activities of it
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
    List<String> contexts) {}
