package dev.kith.setup;

import dev.kith.clients.ElasticsearchSettings;
import dev.kith.clients.KafkaSettings;
import dev.kith.schemas.strength.StrengthSettings;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PostConstruct;
import java.time.Duration;

/**
 * Makes sure, before anything else starts, that all topics, subjects and indices of the workspace
 * are there. What is there already is left as it is or brought in line; nothing is ever removed.
 * Whoever needs them to be there asks for this bean.
 */
@Context
@Requires(property = "kith.setup.enabled", notEquals = "false")
public class Setup {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final TopicSetup topics;
  private final SubjectSetup subjects;
  private final IndexSetup indices;

  /** For one workspace. */
  public Setup(
      SetupSettings settings,
      KafkaSettings kafka,
      ElasticsearchSettings elasticsearch,
      StrengthSettings strength) {
    var retryPolicy = new RetryPolicy(settings.serverTimeout(), PAUSE);
    topics = new TopicSetup(kafka, settings);
    subjects = new SubjectSetup(kafka, retryPolicy);
    indices =
        new IndexSetup(
            elasticsearch,
            new IndexTemplates(settings, strength.formula().halfLives()),
            retryPolicy);
  }

  /** Safe to repeat, and to run in several places at once. */
  @PostConstruct
  public void run() {
    topics.run();
    subjects.run();
    indices.run();
  }
}
