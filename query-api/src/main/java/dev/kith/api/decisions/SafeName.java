package dev.kith.api.decisions;

/** Names that callers made up, as they may be shown. */
final class SafeName {
  private static final int LONGEST = 40;

  private SafeName() {}

  static String of(String name) {
    String visible = name.replaceAll("[^A-Za-z0-9_.-]", "?");
    return visible.length() > LONGEST ? visible.substring(0, LONGEST) : visible;
  }
}
