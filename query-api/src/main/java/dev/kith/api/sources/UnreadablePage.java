package dev.kith.api.sources;

import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.request.PageRequest;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of unreadable items.
 *
 * @param unreadable latest first
 * @param total number of all
 * @param next cursor of the next page; missing on the last
 */
@Serdeable
record UnreadablePage(List<UnreadableView> unreadable, long total, @Nullable String next) {
  private static final Comparator<UnreadableView> LATEST =
      Comparator.comparing(UnreadableView::at).reversed().thenComparing(UnreadableView::id);

  static UnreadablePage of(List<UnreadableView> all, PageRequest page) {
    List<UnreadableView> remaining =
        all.stream().sorted(LATEST).filter(each -> follows(each, page.after())).toList();
    List<UnreadableView> shown = remaining.stream().limit(page.size()).toList();
    boolean hasMore = remaining.size() > shown.size();
    return new UnreadablePage(
        shown, all.size(), hasMore ? page.next(cursorValues(shown.getLast())) : null);
  }

  private static boolean follows(UnreadableView item, List<String> after) {
    if (after.isEmpty()) {
      return true;
    }
    if (after.size() != 2 || !after.getFirst().matches("\\d{1,18}")) {
      throw InvalidParameterException.because(
          "cursor", "expected the value of next in the page before");
    }
    int later = Long.compare(item.at().toEpochMilli(), Long.parseLong(after.getFirst()));
    return later < 0 || (later == 0 && quoted(item.id()).compareTo(after.get(1)) > 0);
  }

  private static List<String> cursorValues(UnreadableView item) {
    return List.of(Long.toString(item.at().toEpochMilli()), quoted(item.id()));
  }

  /** The id as a JSON string, as in a cursor. */
  private static String quoted(String id) {
    return '"' + id + '"';
  }
}
