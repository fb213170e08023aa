package dev.kith.standalone.services;

import dev.kith.ingest.runtime.SourceContext;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.exceptions.BeanContextException;
import io.micronaut.runtime.Micronaut;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Runs all services of Kith in one JVM and one application context; settings come from {@code
 * micronaut.config.files}.
 */
public final class Services {

  /** The line that is printed when the API answers; another process may answer at the same port. */
  public static final String READY = "kith.services.ready";

  /** The prefix of keys whose value is the path of the file that holds the secret. */
  public static final String SECRETS = "kith.secret-files.";

  private Services() {}

  /** Starts the application context. */
  public static void main(String[] args) {
    try {
      new SourceApplication()
          .args(args)
          .mainClass(Services.class)
          .banner(false)
          .deduceEnvironment(false)
          .deduceCloudEnvironment(false)
          .propertySources(PropertySource.of("secrets", secrets()))
          .start();
      System.out.println(READY);
    } catch (BeanContextException failure) {
      System.err.println("Caused by: " + cause(failure).getMessage());
      System.exit(1);
    }
  }

  /** An application whose sources can change while it runs. */
  private static final class SourceApplication extends Micronaut {
    @Override
    protected ApplicationContext newApplicationContext() {
      return new SourceContext(this);
    }
  }

  /** Reads the secrets from the files that the user named; they are copied to no other file. */
  private static Map<String, Object> secrets() {
    Map<String, Object> secrets = new HashMap<>();
    try (InputStream bytes =
        Files.newInputStream(Path.of(System.getProperty("micronaut.config.files")))) {
      Properties settings = new Properties();
      settings.load(bytes);
      for (String key : settings.stringPropertyNames()) {
        if (key.startsWith(SECRETS)) {
          String secret = Files.readString(Path.of(settings.getProperty(key))).strip();
          secrets.put(key.substring(SECRETS.length()), secret);
        }
      }
      return secrets;
    } catch (IOException failure) {
      System.err.println("Caused by: a file of a secret cannot be read: " + failure.getMessage());
      System.exit(1);
      throw new IllegalStateException(failure);
    }
  }

  /** The first cause that names a setting, else the innermost cause. */
  static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    for (Throwable next = cause; next != null; next = next.getCause()) {
      cause = next;
      if (String.valueOf(next.getMessage()).startsWith("kith.")) {
        return cause;
      }
    }
    return cause;
  }
}
