package dev.kith.architecture.cyclic.second;

import dev.kith.architecture.cyclic.first.First;
import java.util.Optional;

/** Depends on the package that depends on it. */
public record Second(Optional<First> first) {}
