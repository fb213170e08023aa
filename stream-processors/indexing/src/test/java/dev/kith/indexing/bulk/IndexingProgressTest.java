package dev.kith.indexing.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexingProgressTest {
  private static final Instant NOW = Instant.ofEpochSecond(1000);
  private final IndexingProgress progress = new IndexingProgress();

  @Test
  void whatIsBehindIsAsOldAsTheLastRecordThatWasRead() {
    progress.lags(Map.of("people", 7L));
    progress.reached("people", 990_000);

    assertThat(progress.lag("people")).isEqualTo(7);
    assertThat(progress.age("people", NOW)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void whoHasReadEverythingIsNotLate() {
    progress.lags(Map.of("people", 0L));
    progress.reached("people", 0);

    assertThat(progress.age("people", NOW)).isZero();
  }

  @Test
  void aTopicThatSomebodyElseReadsNowIsNotOurs() {
    progress.lags(Map.of("people", 7L));
    progress.lags(Map.of("activities", 1L));

    assertThat(progress.lags()).isEqualTo(Map.of("activities", 1L));
  }

  @Test
  void troubleIsOverWithTheNextSuccess() {
    progress.waits("Elasticsearch: connection refused");
    assertThat(progress.trouble()).hasValue("Elasticsearch: connection refused");

    progress.works();

    assertThat(progress.trouble()).isEmpty();
  }
}
