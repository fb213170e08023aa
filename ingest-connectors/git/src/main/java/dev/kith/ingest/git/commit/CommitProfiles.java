package dev.kith.ingest.git.commit;

import dev.kith.ingest.DisplayName;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.git.commit.Mailmap.Proper;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Link;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Collects the accounts of a page's commits, and builds a profile of each. */
public final class CommitProfiles {
  private static final Pattern ACCOUNT = Pattern.compile("git:(.*) <([^<>]*)>");
  private static final Pattern NOREPLY =
      Pattern.compile("(?:\\d+\\+)?([^@+]+)@users\\.noreply\\.github\\.com");

  private final Map<String, Sighting> byAccount = new LinkedHashMap<>();

  /** The author asserts their own name, the others are named by others; bots included. */
  public void add(RawCommit commit, Instant at) {
    Instant seen = at.equals(Instant.EPOCH) ? KnownProfiles.SEEN_UNKNOWN : at;
    see(commit.author().account(), new Sighting(seen, true));
    commit.others().forEach(other -> see(other.account(), new Sighting(seen, false)));
  }

  private void see(String account, Sighting sighting) {
    byAccount.merge(account, sighting, Sighting::and);
  }

  /** One profile per account, in the order met. */
  public List<Profile> profiles(String source, String context, Mailmap mailmap) {
    return byAccount.entrySet().stream()
        .map(entry -> profile(entry.getKey(), entry.getValue(), mailmap))
        .map(profile -> profile.setSource(source).setContexts(List.of(context)).build())
        .toList();
  }

  /**
   * Name and address are the account itself, so the profile of whom no .mailmap speaks never
   * changes: its revision is 0, and what is published in the end does not depend on when it was
   * met.
   */
  private static Profile.Builder profile(String account, Sighting sighting, Mailmap mailmap) {
    Matcher parts = ACCOUNT.matcher(account);
    String name = parts.matches() ? parts.group(1).strip() : "";
    String mail = parts.matches() ? parts.group(2) : "";
    Matcher noreply = NOREPLY.matcher(mail);
    AccountKind kind = kind(name, mail);
    var proper = mailmap.proper(name, mail);
    return Profile.newBuilder()
        .setAccount(account)
        .setRevision(proper.isPresent() ? mailmap.revision() : 0)
        .setNetwork(CommitActivities.NETWORK)
        .setSeen(sighting.seen())
        .setAsserted(sighting.self() ? Asserted.SELF : Asserted.OTHERS)
        .setKind(kind)
        .setNames(names(Stream.concat(proper.stream().map(Proper::name), Stream.of(name)), kind))
        .setHandle(noreply.matches() ? noreply.group(1) : null)
        .setEmails(
            addresses(
                Stream.concat(
                    mailmap.isShared(mail) ? Stream.empty() : Stream.of(mail),
                    proper.stream().map(Proper::mail))))
        .setLinks(proper.stream().map(person -> new Link(person.account(), true)).toList());
  }

  private static List<String> addresses(Stream<String> written) {
    return written
        .filter(CommitIdent::isAddress)
        .map(mail -> mail.toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  /** Who says neither name nor address may be anybody, and everybody who does is not one. */
  private static AccountKind kind(String name, String mail) {
    if (name.isEmpty() && mail.isEmpty()) {
      return AccountKind.ROLE;
    }
    return BotDetector.isBot(name, mail) ? AccountKind.BOT : AccountKind.PERSON;
  }

  /** A machine or a role may be called by a word that is no name of a person. */
  private static List<String> names(Stream<String> written, AccountKind kind) {
    return written
        .flatMap(name -> DisplayName.clean(name).stream())
        .filter(name -> kind != AccountKind.PERSON || !Placeholders.isPlaceholderName(name))
        .distinct()
        .toList();
  }

  private record Sighting(Instant seen, boolean self) {
    Sighting and(Sighting other) {
      Instant earlier = other.seen.isBefore(seen) ? other.seen : seen;
      return new Sighting(earlier, self || other.self);
    }
  }
}
