package dev.kith.identity;

/** An address a profile points to, and whether the network checked that it points back. */
record Page(String url, boolean verified) {}
