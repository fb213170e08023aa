package dev.kith.ingest.git;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the machines among authors and committers from their names and addresses. */
final class Bots {
  private static final Set<String> NAMES =
      Set.of(
          "dependabot",
          "dependabot-preview",
          "renovate",
          "greenkeeper",
          "github-actions",
          "github actions",
          "web-flow",
          "pre-commit-ci",
          "travis ci",
          "jenkins",
          "copilot");
  private static final Pattern BOT = Pattern.compile(".*\\[bot\\].*|(.*[\\s_.-])?(ro)?bot");
  private static final String FORGE = "noreply@github.com";

  private Bots() {}

  /** Whether no person is behind it, as far as can be told. */
  static boolean isBot(String name, String mail) {
    String folded = name.toLowerCase(Locale.ROOT);
    String address = mail.toLowerCase(Locale.ROOT);
    String local = address.substring(0, Math.max(0, address.indexOf('@')));
    return NAMES.contains(folded)
        || BOT.matcher(folded).matches()
        || BOT.matcher(local).matches()
        || (address.equals(FORGE) && folded.equals("github"));
  }
}
