package dev.kith.identity.account;

import dev.kith.schemas.Verdict;

/** What somebody decided about two accounts. */
public record DecidedVerdict(Verdict verdict, String by) {}
