package dev.kith.api.search;

/** Why a search text means nothing, in words for whoever typed it. */
public final class InvalidText extends RuntimeException {
  InvalidText(String message) {
    super(message, null, false, false);
  }
}
