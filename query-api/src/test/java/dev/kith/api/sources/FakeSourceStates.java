package dev.kith.api.sources;

import dev.kith.api.testing.TestClock;
import dev.kith.schemas.CursorRecord;
import dev.kith.schemas.SourceState;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.List;

/** Two sources with a stored state. */
@Singleton
@Replaces(KafkaSourceStates.class)
final class FakeSourceStates implements SourceStates {
  @Override
  public List<CursorRecord> all() {
    return List.of(
        cursor("code", "git").setState(SourceState.AT_REST).setRead(812).setRate(3011.25).build(),
        cursor("inbox", "mail")
            .setState(SourceState.NEEDS_A_PERSON)
            .setMessage("the password was refused")
            .setRemaining(7L)
            .setUnreadable(2)
            .build());
  }

  private static CursorRecord.Builder cursor(String source, String network) {
    return CursorRecord.newBuilder()
        .setSource(source)
        .setNetwork(network)
        .setPosition("")
        .setAt(TestClock.NOW);
  }
}
