package dev.kith.demo;

/**
 * How somebody stands in a mail or a commit.
 *
 * @param name as written; may be empty
 * @param mail the address
 */
record MailAddress(String name, String mail) {}
