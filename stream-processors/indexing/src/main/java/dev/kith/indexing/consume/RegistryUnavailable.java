package dev.kith.indexing.consume;

/** The schema registry did not answer: the record at hand may be fine and waits. */
final class RegistryUnavailable extends Exception {
  RegistryUnavailable(Throwable cause) {
    super("the schema registry does not answer: " + cause.getMessage(), cause);
  }
}
