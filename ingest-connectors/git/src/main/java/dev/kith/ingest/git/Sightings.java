package dev.kith.ingest.git;

import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers whom a page's commits name, and makes a profile of each. */
final class Sightings {
  private static final Pattern ACCOUNT = Pattern.compile("git:(.*) <([^<>]*)>");
  private static final Pattern NOREPLY =
      Pattern.compile("(?:\\d+\\+)?([^@+]+)@users\\.noreply\\.github\\.com");

  private final Map<String, Sighting> byAccount = new LinkedHashMap<>();

  /** The author speaks for himself, everybody else was named by somebody; machines count too. */
  void add(RawCommit commit) {
    Instant at = commit.committer().at();
    see(commit.author().account(), new Sighting(at, true));
    commit.others().forEach(other -> see(other.account(), new Sighting(at, false)));
  }

  private void see(String account, Sighting sighting) {
    byAccount.merge(account, sighting, Sighting::and);
  }

  /** One profile per account, in the order met. */
  List<Profile> profiles(String source, String context) {
    return byAccount.entrySet().stream()
        .map(entry -> profile(entry.getKey(), entry.getValue(), source, context))
        .toList();
  }

  /**
   * Name and address are the account itself, so a profile never changes: its revision is 0, and
   * what is published in the end does not depend on when it was met.
   */
  private static Profile profile(String account, Sighting sighting, String source, String context) {
    Matcher parts = ACCOUNT.matcher(account);
    String name = parts.matches() ? parts.group(1).strip() : "";
    String mail = parts.matches() ? parts.group(2) : "";
    Matcher noreply = NOREPLY.matcher(mail);
    return Profile.newBuilder()
        .setAccount(account)
        .setRevision(0)
        .setNetwork(Commits.NETWORK)
        .setSource(source)
        .setSeen(sighting.seen())
        .setAsserted(sighting.self() ? Asserted.SELF : Asserted.OTHERS)
        .setKind(Bots.isBot(name, mail) ? AccountKind.BOT : AccountKind.PERSON)
        .setNames(name.isEmpty() ? List.of() : List.of(name))
        .setHandle(noreply.matches() ? noreply.group(1) : null)
        .setEmails(mail.indexOf('@') > 0 ? List.of(mail.toLowerCase(Locale.ROOT)) : List.of())
        .setContexts(List.of(context))
        .build();
  }

  private record Sighting(Instant seen, boolean self) {
    Sighting and(Sighting other) {
      Instant earlier = other.seen.isBefore(seen) ? other.seen : seen;
      return new Sighting(earlier, self || other.self);
    }
  }
}
