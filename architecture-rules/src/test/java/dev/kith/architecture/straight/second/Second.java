package dev.kith.architecture.straight.second;

/** Depends on nothing. */
public record Second(String name) {}
