package dev.kith.ingest.git.repository;

import java.util.regex.Pattern;

/** Recognizes files that no person of the project writes, or that everybody adds to. */
final class GeneratedFiles {
  private static final Pattern DIRECTORY =
      Pattern.compile(
          "(?i)(?:^|/)(?:vendor|vendored|node_modules|bower_components|third[_-]?party|external|"
              + "extern|dist|build|generated|autogen)/");
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?:^|/)(?:[^/]*\\.(?:lock|min\\.js|min\\.css|map|pb\\.go|svg|png|jpg|po|pot|ipynb)|"
              + "[^/]*[.-]lock\\.(?:json|yaml)|go\\.sum|authors(?:\\.\\w+)?|changelog[^/]*|changes(?:\\.\\w+)?|"
              + "news(?:\\.\\w+)?|release[_-]notes?[^/]*|maintainers|\\.mailmap|version(?:\\.\\w+)?)$");

  private GeneratedFiles() {}

  /** Whether a path says so. */
  static boolean isGenerated(String path) {
    return DIRECTORY.matcher(path).find() || NAME.matcher(path).find();
  }
}
