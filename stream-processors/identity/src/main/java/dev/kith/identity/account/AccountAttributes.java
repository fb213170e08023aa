package dev.kith.identity.account;

import dev.kith.schemas.AccountKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an account that clustering reads.
 *
 * @param seen earliest moment at which the account was met, in milliseconds since 1970
 * @param kind what stands behind it
 * @param logins per platform the login it states
 * @param names the full names it states, as {@code FullNames} compares them
 * @param birthday of its owner; null if it is not known
 */
public record AccountAttributes(
    long seen,
    AccountKind kind,
    Map<String, String> logins,
    List<String> names,
    @Nullable String birthday) {}
