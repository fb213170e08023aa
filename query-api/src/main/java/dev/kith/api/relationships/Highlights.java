package dev.kith.api.relationships;

import dev.kith.api.document.IndexedActivity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Selects exchanges of each year: long ones, answered ones, with attachments, to few recipients.
 *
 * @param answered ids of answered activities
 */
record Highlights(Set<String> answered) {
  private static final int A_YEAR = 2;
  private static final int LONGEST = 4_000;
  private static final double ANSWERED = 1.5;

  /** Latest year first; within a year, the highest weight first. */
  List<IndexedActivity> of(Collection<IndexedActivity> exchanges) {
    Map<String, List<IndexedActivity>> years = new TreeMap<>(Comparator.reverseOrder());
    for (IndexedActivity each : exchanges) {
      if (length(each) > 0) {
        years.computeIfAbsent(year(each), _ -> new ArrayList<>()).add(each);
      }
    }
    return years.values().stream()
        .flatMap(year -> year.stream().sorted(byWeight()).limit(A_YEAR))
        .toList();
  }

  private Comparator<IndexedActivity> byWeight() {
    return Comparator.comparingDouble((IndexedActivity each) -> -weight(each))
        .thenComparing(IndexedActivity::id);
  }

  private static String year(IndexedActivity each) {
    return each.at().substring(0, 4);
  }

  private double weight(IndexedActivity each) {
    return Math.log1p(length(each))
        + (answered.contains(each.id()) ? ANSWERED : 0)
        + (each.attachments().isEmpty() ? 0 : 1)
        - Math.log1p(each.towards().size());
  }

  /** Exchanges without text are not selected. */
  private static int length(IndexedActivity each) {
    String title = each.title() == null ? "" : each.title();
    return Math.min(LONGEST, Exchanges.text(each).length() + title.length());
  }
}
