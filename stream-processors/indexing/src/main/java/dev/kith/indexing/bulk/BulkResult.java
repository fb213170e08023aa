package dev.kith.indexing.bulk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of sending some writes once. */
final class BulkResult {
  private final List<Refusal> refused = new ArrayList<>();
  private final List<PendingWrite> again = new ArrayList<>();
  private @Nullable String trouble;

  /**
   * A write that is refused for good.
   *
   * @param entry which
   * @param reason as given by whoever refused it
   */
  record Refusal(PendingWrite entry, String reason) {}

  List<Refusal> refused() {
    return refused;
  }

  /** Those to be sent once more, in their order. */
  List<PendingWrite> again() {
    return again;
  }

  /** Why some must be sent once more. */
  String trouble() {
    return trouble == null ? "unknown" : trouble;
  }

  void refuse(PendingWrite entry, String reason) {
    refused.add(new Refusal(entry, reason));
  }

  void again(PendingWrite entry, String reason) {
    again.add(entry);
    trouble = reason;
  }

  void againAll(List<PendingWrite> entries, String reason) {
    again.addAll(entries);
    trouble = reason;
  }

  void join(BulkResult other) {
    refused.addAll(other.refused);
    again.addAll(other.again);
    trouble = other.trouble == null ? trouble : other.trouble;
  }
}
