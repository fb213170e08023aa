package dev.kith.api.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replaces missing lists with empty ones. */
final class Lists {
  private Lists() {}

  static <T> List<T> of(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
