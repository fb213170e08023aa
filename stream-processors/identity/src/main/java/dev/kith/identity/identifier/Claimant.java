package dev.kith.identity.identifier;

import dev.kith.schemas.AccountKind;
import java.util.List;

/** An account that names an identifier as its own, with what the filter needs of it. */
public record Claimant(AccountKind kind, List<String> names) {}
