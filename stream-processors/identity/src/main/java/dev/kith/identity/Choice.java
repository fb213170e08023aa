package dev.kith.identity;

import dev.kith.schemas.Verdict;

/** What somebody decided about two accounts. */
record Choice(Verdict verdict, String by) {}
