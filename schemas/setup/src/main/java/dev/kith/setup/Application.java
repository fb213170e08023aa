package dev.kith.setup;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanContextException;
import java.util.Optional;

/** Creates what is missing and ends: the first step of a deployment. */
public final class Application {
  private Application() {}

  /** Ends with 1 and one clear line if something is in the way. */
  public static void main(String[] args) {
    try (var context = ApplicationContext.builder().args(args).start()) {
      context.getBean(Setup.class);
    } catch (BeanContextException e) {
      System.err.println(reason(e).orElse(e.getMessage()));
      System.exit(1);
    }
  }

  private static Optional<String> reason(Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof SetupException)) {
      cause = cause.getCause();
    }
    return Optional.ofNullable(cause).map(Throwable::getMessage);
  }
}
