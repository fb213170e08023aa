package dev.kith.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.SourceException.Throttled;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitBudgetTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private final RateLimitBudget budget =
      new RateLimitBudget("example.org", TestClients.settings(0, 1, List.of()));

  private static HttpHeaders left(int remaining) {
    return HttpHeaders.of(
        Map.of(
            TestClients.REMAINING, List.of("" + remaining),
            TestClients.RESET, List.of("2026-03-04T06:00:00Z")),
        (name, value) -> true);
  }

  private void answer(HttpHeaders headers, Instant now) {
    budget.release();
    budget.update(headers, now);
  }

  @Test
  void requestsInFlightAreReserved() throws Exception {
    budget.reserve(NOW);
    answer(left(2), NOW);

    budget.reserve(NOW);
    budget.reserve(NOW);

    assertThatThrownBy(() -> budget.reserve(NOW)).isInstanceOf(Throttled.class);
  }

  @Test
  void aResponseThatWasOvertakenDoesNotRaiseTheBudget() throws Exception {
    budget.reserve(NOW);
    budget.reserve(NOW);
    budget.reserve(NOW);
    answer(left(1), NOW);
    answer(left(9), NOW);

    assertThatThrownBy(() -> budget.reserve(NOW)).isInstanceOf(Throttled.class);
  }

  @Test
  void aNewWindowResetsTheBudget() throws Exception {
    budget.reserve(NOW);
    answer(left(0), NOW);

    assertThatThrownBy(() -> budget.reserve(NOW)).isInstanceOf(Throttled.class);
    assertThatCode(() -> budget.reserve(NOW.plus(Duration.ofHours(1)))).doesNotThrowAnyException();
  }

  @Test
  void aWaitIsAtMostADay() {
    HttpHeaders absurd =
        HttpHeaders.of(Map.of("Retry-After", List.of("99999999")), (name, value) -> true);

    assertThat(budget.refused(absurd, NOW, Duration.ofMinutes(1)).retryAfter())
        .isEqualTo(Duration.ofDays(1));
  }
}
