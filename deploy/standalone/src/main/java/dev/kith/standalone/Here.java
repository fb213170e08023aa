package dev.kith.standalone;

import java.util.List;

/** What {@code deploy/kith} tells every JVM it starts about where things are. */
final class Here {

  /** Handed on to a launcher in the background. */
  static final List<String> PROPERTIES =
      List.of("kith.distributions", "kith.quick", "kith.class.path", "logback.configurationFile");

  private Here() {}

  /** With wildcards where the script gave them, so that command lines stay readable. */
  static String classPath() {
    return System.getProperty("kith.class.path", System.getProperty("java.class.path"));
  }
}
