package dev.kith.ingest.runtime;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.UnreadableItem;
import dev.kith.schemas.Activity;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the numbers from 1 to {@code last}, two a page, and fails when told to. */
final class CountingConnector implements Connector {
  final Deque<Exception> failures = new ArrayDeque<>();
  final List<Cursor> asked = new ArrayList<>();
  final List<Page> kept = new ArrayList<>();
  @Nullable Cursor interruptedAt;
  boolean closed;
  private final int last;

  CountingConnector(int last) {
    this.last = last;
  }

  @Override
  public String network() {
    return "numbers";
  }

  @Override
  public String source() {
    return "counting";
  }

  @Override
  public Page read(Cursor after) throws SourceException, InterruptedException {
    asked.add(after);
    if (after.equals(interruptedAt)) {
      throw new InterruptedException("told to stop");
    }
    fail();
    int from = after.equals(Cursor.START) ? 0 : Integer.parseInt(after.position());
    int to = Math.min(from + 2, last);
    if (from == to) {
      return Page.empty(after);
    }
    List<Activity> activities = new ArrayList<>();
    for (int number = from + 1; number <= to; number++) {
      activities.add(activity(number));
    }
    var next = new Cursor(String.valueOf(to));
    return new Page(activities, List.of(), unreadable(to), next, OptionalLong.of(last - to));
  }

  @Override
  public List<String> limitations() {
    return List.of("no number below one");
  }

  private List<UnreadableItem> unreadable(int to) {
    return to == last
        ? List.of(new UnreadableItem(new byte[] {1}, "text/plain", "expected a number, found none"))
        : List.of();
  }

  private void fail() throws SourceException {
    switch (failures.poll()) {
      case null -> {}
      case SourceException failure -> throw failure;
      case RuntimeException bug -> throw bug;
      case Exception other -> throw new IllegalArgumentException(other);
    }
  }

  static Activity activity(int number) {
    return Activity.newBuilder()
        .setId(String.valueOf(number))
        .setNetwork("numbers")
        .setSource("counting")
        .setKind("note")
        .setAt(Instant.ofEpochSecond(number))
        .setActor("number:" + number)
        .build();
  }

  @Override
  public void committed(Page page) {
    kept.add(page);
  }

  @Override
  public void close() {
    closed = true;
  }
}
