package dev.kith.clients;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.Micronaut;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Runs one step as a process of its own. Its HTTP server, for health and metrics, is on the
 * loopback interface unless {@code kith.server.host} says otherwise, at {@code kith.server.port};
 * with port 0 there is none.
 */
public final class StepRunner {
  /** Below every file, environment variable, system property and argument. */
  private static final int WEAKEST = -1_000;

  private static final String HOST = "micronaut.server.host";
  private static final String PORT = "micronaut.server.port";
  private static final int NO_SERVER = 0;

  private StepRunner() {}

  /** Returns when the step is running; with a port of 0, when it has ended. */
  public static void run(Class<?> main, String... args) {
    if (port(args) == NO_SERVER) {
      runWithoutServer(args);
      return;
    }
    var program = Micronaut.build(args);
    program.mainClass(main).banner(false).propertySources(defaults());
    program.start();
  }

  private static void runWithoutServer(String... args) {
    ApplicationContext context = builder(args).start();
    var ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  context.close();
                  ended.countDown();
                }));
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The port at which the arguments and the settings put the server. */
  static int port(String... args) {
    return setting(PORT, Integer.class, args);
  }

  /** The address at which they put it. */
  static String host(String... args) {
    return setting(HOST, String.class, args);
  }

  private static <T> T setting(String key, Class<T> type, String... args) {
    try (ApplicationContext context = builder(args).build();
        Environment environment = context.getEnvironment().start()) {
      return environment.getRequiredProperty(key, type);
    }
  }

  private static ApplicationContextBuilder builder(String... args) {
    return ApplicationContext.builder().args(args).banner(false).propertySources(defaults());
  }

  private static PropertySource defaults() {
    return PropertySource.of(
        "kith-step-defaults",
        Map.of(
            HOST,
            "${kith.server.host:127.0.0.1}",
            PORT,
            "${kith.server.port:8080}",
            "endpoints.health.details-visible",
            "ANONYMOUS",
            "endpoints.prometheus.sensitive",
            "false"),
        WEAKEST);
  }
}
