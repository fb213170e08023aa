package dev.kith.demo;

/**
 * A name and an address, as in a mail header or a commit.
 *
 * @param name display name; may be empty
 * @param mail address
 */
record MailAddress(String name, String mail) {}
