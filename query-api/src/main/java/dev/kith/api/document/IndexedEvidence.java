package dev.kith.api.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A reason to believe that two accounts are, or are not, one person.
 *
 * @param a one account
 * @param b the other account
 * @param kind DECISION, DETERMINISTIC or PROBABLE
 * @param reason in words
 * @param bits its weight in bits; positive for one person, negative against
 * @param refused why this link was not accepted; null if it was
 * @param by who decided; null if it is no decision
 */
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = true)
public record IndexedEvidence(
    String a,
    String b,
    String kind,
    String reason,
    double bits,
    @Nullable String refused,
    @Nullable String by) {}
