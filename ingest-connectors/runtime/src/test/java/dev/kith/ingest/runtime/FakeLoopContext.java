package dev.kith.ingest.runtime;

import dev.kith.ingest.runtime.status.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Time that passes only in pauses, and ends after some of them. */
final class FakeLoopContext implements LoopContext {
  static final IngestSettings SETTINGS =
      new IngestSettings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofMinutes(5),
          Duration.ofSeconds(30),
          20_000,
          null,
          null);

  final List<Duration> pauses = new ArrayList<>();
  final List<SourceStatus> told = new ArrayList<>();

  /** What stands in the way of the next reads, one each. */
  final Deque<String> obstacles = new ArrayDeque<>();

  private final ReadDelays delays = new ReadDelays(SETTINGS, new Random(1));
  private final int pausesUntilTheEnd;
  private Instant now = Instant.parse("2025-01-01T00:00:00Z");

  FakeLoopContext(int pausesUntilTheEnd) {
    this.pausesUntilTheEnd = pausesUntilTheEnd;
  }

  @Override
  public ReadDelays delays() {
    return delays;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void pause(Duration time) throws InterruptedException {
    pauses.add(time);
    now = now.plus(time);
    if (pauses.size() == pausesUntilTheEnd) {
      throw new InterruptedException("the test ends here");
    }
  }

  @Override
  public Optional<String> obstacle() {
    return obstacles.isEmpty() ? Optional.empty() : Optional.of(obstacles.removeFirst());
  }

  @Override
  public void tell(SourceStatus status) {
    told.add(status);
  }
}
