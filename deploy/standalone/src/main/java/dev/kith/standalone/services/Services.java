package dev.kith.standalone.services;

import io.micronaut.context.exceptions.BeanContextException;
import io.micronaut.runtime.Micronaut;

/**
 * Every service of Kith in one JVM and one application context; settings come from {@code
 * micronaut.config.files}.
 */
public final class Services {

  /** What it prints once the API answers; somebody else may answer at the same port. */
  public static final String READY = "kith.services.ready";

  private Services() {}

  public static void main(String[] args) {
    try {
      Micronaut.build(args)
          .mainClass(Services.class)
          .banner(false)
          .deduceEnvironment(false)
          .deduceCloudEnvironment(false)
          .start();
      System.out.println(READY);
    } catch (BeanContextException failure) {
      System.err.println("Caused by: " + innermost(failure).getMessage());
      System.exit(1);
    }
  }

  private static Throwable innermost(Throwable failure) {
    Throwable cause = failure;
    for (Throwable next = cause; next != null; next = next.getCause()) {
      cause = next;
    }
    return cause;
  }
}
