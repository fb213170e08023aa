package dev.kith.standalone.supervision;

import java.util.List;

/** The system properties with paths that {@code deploy/kith} sets for every JVM it starts. */
public final class LauncherProperties {

  /** The properties that are passed on to a background launcher. */
  static final List<String> PROPERTIES =
      List.of("kith.distributions", "kith.quick", "kith.class.path", "logback.configurationFile");

  static final String MAIN_CLASS = "dev.kith.standalone.Kith";

  private LauncherProperties() {}

  /** The class path, with the wildcards of the script, so that command lines stay short. */
  public static String classPath() {
    return System.getProperty("kith.class.path", System.getProperty("java.class.path"));
  }
}
