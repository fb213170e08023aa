package dev.kith.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryExecutorTest {
  private static final Map<String, Object> TWO_AT_ONCE =
      Map.of(
          "kith.api.max-concurrent-requests", 2,
          "kith.elasticsearch.url", "http://127.0.0.1:1",
          "kith.kafka.bootstrap-servers", "127.0.0.1:1",
          "kith.kafka.registry", "http://127.0.0.1:1");

  @Test
  void aFewQuestionsAreAnsweredAtOnceAndTheOthersWait() throws Exception {
    List<Integer> begun = new CopyOnWriteArrayList<>();
    var twoHaveBegun = new CountDownLatch(2);
    var answers = new CountDownLatch(1);
    try (ApplicationContext context = ApplicationContext.run(TWO_AT_ONCE, "test")) {
      ExecutorService turns =
          context.getBean(ExecutorService.class, Qualifiers.byName(QueryExecutor.REQUESTS));

      List<Future<?>> asked =
          IntStream.range(0, 6)
              .<Future<?>>mapToObj(
                  n ->
                      turns.submit(
                          () -> {
                            begun.add(n);
                            twoHaveBegun.countDown();
                            answers.await();
                            return n;
                          }))
              .toList();
      twoHaveBegun.await();

      assertThat(begun).containsExactlyInAnyOrder(0, 1);
      answers.countDown();
      for (Future<?> each : asked) {
        each.get();
      }
      assertThat(begun).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
    }
  }
}
