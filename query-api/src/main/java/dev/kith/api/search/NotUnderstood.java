package dev.kith.api.search;

/** Why a search text means nothing, in words for whoever typed it. */
public final class NotUnderstood extends RuntimeException {
  NotUnderstood(String message) {
    super(message, null, false, false);
  }
}
