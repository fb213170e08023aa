package dev.kith.api.changes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.changes.ChangeFeeds.ChangeFeed;
import dev.kith.api.changes.EventStream.ChangeLookup;
import dev.kith.api.changes.TopicSlice.Change;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The events that a listener receives, and the positions from which a stream can be resumed. */
class EventStreamTest {
  private static final Pattern EVENT =
      Pattern.compile("id: (\\S+)\nevent: (\\S+)\ndata: \"(\\S+)\"\n\n");
  private static final TopicOffsets START = new TopicOffsets(Map.of(0, 10L, 1, 20L));

  private final Set<String> matching = new HashSet<>();
  private final Set<String> ended = new HashSet<>();
  private final List<List<Change>> batches = new ArrayList<>();

  private record Event(String id, String name, String of) {}

  private final class FakeLookup implements ChangeLookup {
    @Override
    public Map<String, String> matching(List<String> ids) {
      return ids.stream()
          .filter(matching::contains)
          .collect(Collectors.toMap(id -> id, id -> '"' + id + '"'));
    }

    @Override
    public Set<String> ended(List<Change> changes) {
      return changes.stream().map(Change::id).filter(ended::contains).collect(Collectors.toSet());
    }

    @Override
    public String gone(String id) {
      return '"' + id + '"';
    }
  }

  /** Returns the batches one by one, from a position on. */
  private final class Batches implements ChangeFeed {
    private final List<List<Change>> left = new ArrayList<>();
    private TopicOffsets at;

    Batches(TopicOffsets from) {
      at = from;
      batches.stream()
          .map(batch -> batch.stream().filter(each -> isAfter(each, from)).toList())
          .forEach(left::add);
    }

    private static boolean isAfter(Change change, TopicOffsets from) {
      return change.offset() >= from.next().getOrDefault(change.partition(), 0L);
    }

    @Override
    public TopicSlice poll(Duration timeout) {
      TopicOffsets from = at;
      List<Change> changes = left.isEmpty() ? List.of() : left.removeFirst();
      Map<Integer, Long> next = new HashMap<>(new TreeMap<>(from.next()));
      changes.forEach(change -> next.put(change.partition(), change.offset() + 1));
      at = new TopicOffsets(next);
      return new TopicSlice(from, changes, at, false);
    }

    @Override
    public void stop() {}

    @Override
    public void close() {}
  }

  private List<Event> told(TopicOffsets from, int count) throws IOException {
    try (var stream =
        new EventStream(
            new Batches(from),
            "activities",
            Duration.ZERO,
            Duration.ofMillis(50),
            new FakeLookup(),
            () -> {})) {
      var text = new StringBuilder();
      byte[] some = new byte[7];
      while (events(text).size() < count) {
        text.append(new String(some, 0, stream.read(some, 0, some.length), UTF_8));
      }
      return events(text);
    }
  }

  private static List<Event> events(CharSequence text) {
    return EVENT
        .matcher(text)
        .results()
        .map((MatchResult found) -> new Event(found.group(1), found.group(2), found.group(3)))
        .toList();
  }

  @Test
  void aStreamCanBeResumedAfterAnyEvent() throws IOException {
    batches.add(
        List.of(
            new Change(0, 10, "a"),
            new Change(1, 20, "b"),
            new Change(0, 12, "x"),
            new Change(1, 21, "a"),
            new Change(0, 13, "c")));
    batches.add(List.of(new Change(1, 25, "d")));
    matching.addAll(Set.of("a", "b", "c", "d"));

    List<Event> all = told(START, 4);

    assertThat(all.stream().map(Event::of)).containsExactly("b", "a", "c", "d");
    for (int heard = 1; heard < all.size(); heard++) {
      TopicOffsets left = TopicOffsets.read("Last-Event-ID", all.get(heard - 1).id());
      assertThat(told(left, all.size() - heard))
          .as("after %s", all.get(heard - 1))
          .isEqualTo(all.subList(heard, all.size()));
    }
  }

  @Test
  void deletedAndNoLongerMatchingEntitiesAreSentAsGone() throws IOException {
    batches.add(List.of(new Change(0, 10, "deleted"), new Change(0, 11, "never fitted")));
    batches.add(List.of(new Change(0, 12, "fits")));
    ended.add("deleted");
    matching.add("fits");

    assertThat(told(START, 2).stream().map(each -> each.name() + " " + each.of()))
        .containsExactly("gone deleted", "activities fits");
  }

  @Test
  void aSentEntityThatNoLongerMatchesIsSentAsGoneOnce() throws IOException {
    batches.add(List.of(new Change(0, 10, "a")));
    batches.add(List.of(new Change(0, 11, "a")));
    batches.add(List.of(new Change(0, 12, "a"), new Change(0, 13, "b")));
    matching.addAll(Set.of("a", "b"));
    var lookup = new FakeLookup();
    var asked = new ArrayList<List<String>>();
    var editing =
        new ChangeLookup() {
          @Override
          public Map<String, String> matching(List<String> ids) {
            asked.add(ids);
            if (asked.size() > 1) {
              matching.remove("a");
            }
            return lookup.matching(ids);
          }

          @Override
          public Set<String> ended(List<Change> changes) {
            return Set.of();
          }

          @Override
          public String gone(String id) {
            return lookup.gone(id);
          }
        };

    try (var stream =
        new EventStream(
            new Batches(START),
            "activities",
            Duration.ZERO,
            Duration.ofMillis(50),
            editing,
            () -> {})) {
      var text = new StringBuilder();
      while (events(text).size() < 3) {
        text.append((char) stream.read());
      }
      assertThat(events(text).stream().map(each -> each.name() + " " + each.of()))
          .containsExactly("activities a", "gone a", "activities b");
    }
  }
}
