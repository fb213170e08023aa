package dev.kith.identity.account;

/** An address a profile points to, and whether the network checked that it points back. */
record ProfileLink(String url, boolean verified) {}
