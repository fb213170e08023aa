package dev.kith.standalone.supervision;

import java.util.List;

/** What {@code deploy/kith} tells every JVM it starts about where things are. */
public final class LauncherProperties {

  /** Handed on to a launcher in the background. */
  static final List<String> PROPERTIES =
      List.of("kith.distributions", "kith.quick", "kith.class.path", "logback.configurationFile");

  static final String MAIN_CLASS = "dev.kith.standalone.Kith";

  private LauncherProperties() {}

  /** With wildcards where the script gave them, so that command lines stay readable. */
  public static String classPath() {
    return System.getProperty("kith.class.path", System.getProperty("java.class.path"));
  }
}
