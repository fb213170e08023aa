package dev.kith.indexing;

/** The schema registry did not answer: the record at hand may be fine and waits. */
final class RegistryAway extends Exception {
  RegistryAway(Throwable cause) {
    super("the schema registry does not answer: " + cause.getMessage(), cause);
  }
}
