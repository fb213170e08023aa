package dev.kith.ingest.git.commit;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes bots by name and address. */
final class BotDetector {
  /** Names of bots, in names and in the local part of addresses. */
  private static final Set<String> MACHINES =
      Set.of(
          "dependabot",
          "dependabot-preview",
          "renovate",
          "greenkeeper",
          "github-actions",
          "github actions",
          "gitlab-ci",
          "web-flow",
          "pre-commit-ci",
          "travis ci",
          "travis",
          "circleci",
          "jenkins",
          "hudson",
          "buildbot",
          "teamcity",
          "bamboo",
          "ci",
          "cibot",
          "autobuild",
          "buildmaster",
          "weblate",
          "copilot",
          "cursoragent",
          "devin-ai-integration",
          "google-labs-jules");

  /** First words of machines' names; whoever is called otherwise may have the surname Bot. */
  private static final Set<String> TASKS =
      Set.of(
          "auto",
          "backport",
          "bench",
          "build",
          "bump",
          "changelog",
          "chat",
          "ci",
          "code",
          "commit",
          "coverage",
          "dependency",
          "deploy",
          "deployment",
          "docs",
          "format",
          "git",
          "github",
          "gitlab",
          "image",
          "issue",
          "jenkins",
          "label",
          "lint",
          "mail",
          "merge",
          "mirror",
          "news",
          "nightly",
          "package",
          "patch",
          "publish",
          "pull",
          "push",
          "release",
          "review",
          "rollup",
          "security",
          "snapshot",
          "stale",
          "sync",
          "test",
          "translation",
          "update",
          "version",
          "web");

  private static final Pattern BOT = Pattern.compile(".*\\[bot\\].*|(.*[\\s_.-])?(ro)?bot");

  /** A given name and a surname that is also a machine's word. */
  private static final Pattern SURNAME_BOT = Pattern.compile("(\\p{Lu}\\p{Ll}+) Bot");

  /** Machines with the names of people. */
  private static final Set<String> NAMES_OF_PEOPLE = Set.of("travis", "hudson", "jenkins");

  /** Words beside such a name that tell a machine. */
  private static final Set<String> ROLES =
      Set.of(
          "account",
          "admin",
          "agent",
          "automation",
          "bot",
          "builder",
          "builds",
          "integration",
          "job",
          "master",
          "robot",
          "runner",
          "server",
          "service",
          "system",
          "tests",
          "user");

  private static final Pattern FULL_NAME =
      Pattern.compile("(\\p{Lu}[\\p{L}'’-]+) (\\p{Lu}[\\p{L}'’-]+)");

  private static final Pattern NUMBERED = Pattern.compile("\\d+\\+");

  /** Addresses that nobody reads; those of forges also stand for people without an address. */
  private static final Pattern NO_REPLY =
      Pattern.compile("(?:no-?reply|do-?not-?reply)@(?!git(?:hub|lab)\\.).*");

  private static final String FORGE = "noreply@github.com";

  private BotDetector() {}

  /** Whether name and address are those of a bot. */
  static boolean isBot(String name, String mail) {
    String folded = name.toLowerCase(Locale.ROOT);
    String address = mail.toLowerCase(Locale.ROOT);
    String local =
        NUMBERED.matcher(address.substring(0, Math.max(0, address.indexOf('@')))).replaceFirst("");
    boolean isMachine =
        MACHINES.contains(folded)
            || (MACHINES.contains(local) && !isNamedLikeMachine(name, local))
            || (address.contains("reply@") && NO_REPLY.matcher(address).matches())
            || (address.equals(FORGE) && folded.equals("github"));
    boolean isCalledBot = endsWithBot(folded) || endsWithBot(local);
    return isMachine || (isCalledBot && !isSurnamedBot(name, local));
  }

  /** The plain search keeps the pattern, which is slower, away from almost all names. */
  private static boolean endsWithBot(String folded) {
    return folded.contains("bot") && BOT.matcher(folded).matches();
  }

  /** {@code Travis Tarn <travis@…>}: a full name of which the local part is one word. */
  private static boolean isNamedLikeMachine(String name, String local) {
    Matcher parts = FULL_NAME.matcher(name.strip());
    if (!NAMES_OF_PEOPLE.contains(local) || !parts.matches()) {
      return false;
    }
    String first = parts.group(1).toLowerCase(Locale.ROOT);
    String last = parts.group(2).toLowerCase(Locale.ROOT);
    String other = first.equals(local) ? last : first;
    return (first.equals(local) || last.equals(local))
        && !TASKS.contains(other)
        && !ROLES.contains(other)
        && !MACHINES.contains(other);
  }

  /** {@code Jean Bot <jean.bot@…>}: a given name, and an address made of the whole name. */
  private static boolean isSurnamedBot(String name, String local) {
    Matcher parts = SURNAME_BOT.matcher(name);
    if (!parts.matches()) {
      return false;
    }
    String given = parts.group(1).toLowerCase(Locale.ROOT);
    return !TASKS.contains(given)
        && (local.matches("\\Q" + given + "\\E[._-]bot|bot[._-]\\Q" + given + "\\E")
            || local.matches(given.charAt(0) + "[._-]?bot"));
  }
}
