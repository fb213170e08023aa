package dev.kith.architecture.straight.first;

import dev.kith.architecture.straight.second.Second;

/** Depends on the other package. */
public record First(Second second) {}
