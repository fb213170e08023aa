package dev.kith.indexing.consume;

/** The schema registry did not answer: the record at hand may be fine and waits. */
final class RegistryUnavailableException extends Exception {
  RegistryUnavailableException(Throwable cause) {
    super("the schema registry does not answer: " + cause.getMessage(), cause);
  }
}
