package dev.kith.indexing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of sending some entries once. */
final class Attempt {
  private final List<Refusal> refused = new ArrayList<>();
  private final List<Entry> again = new ArrayList<>();
  private @Nullable String trouble;

  /**
   * An entry that will never be taken.
   *
   * @param entry which
   * @param reason in the words of whoever refused it
   */
  record Refusal(Entry entry, String reason) {}

  List<Refusal> refused() {
    return refused;
  }

  /** Those to be sent once more, in their order. */
  List<Entry> again() {
    return again;
  }

  /** Why some must be sent once more. */
  String trouble() {
    return trouble == null ? "unknown" : trouble;
  }

  void refuse(Entry entry, String reason) {
    refused.add(new Refusal(entry, reason));
  }

  void again(Entry entry, String reason) {
    again.add(entry);
    trouble = reason;
  }

  void againAll(List<Entry> entries, String reason) {
    again.addAll(entries);
    trouble = reason;
  }

  void join(Attempt other) {
    refused.addAll(other.refused);
    again.addAll(other.again);
    trouble = other.trouble == null ? trouble : other.trouble;
  }
}
