package dev.kith.architecture.cyclic.first;

import dev.kith.architecture.cyclic.second.Second;

/** Depends on the other package. */
public record First(Second second) {}
