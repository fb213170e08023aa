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
import org.jspecify.annotations.Nullable;

/** Collects the accounts of a page's commits, and builds a profile of each. */
public final class CommitProfiles {
  private static final Pattern ACCOUNT = Pattern.compile("git:(.*) <([^<>]*)>");
  private static final Pattern NOREPLY =
      Pattern.compile("(?:\\d+\\+)?([^@+]+)@users\\.noreply\\.github\\.com");

  private final Map<Key, Sighting> sightings = new LinkedHashMap<>();

  /**
   * The author asserts their own name, the others are named by others; bots included.
   *
   * @param participants whom the commit concerns beside its author
   */
  public void add(CommitIdent author, List<Participant> participants, Instant at) {
    Instant seen = at.equals(Instant.EPOCH) ? KnownProfiles.SEEN_UNKNOWN : at;
    see(author.account(), null, new Sighting(seen, true));
    participants.forEach(other -> see(other.account(), null, new Sighting(seen, false)));
  }

  /** The author of a commit goes by a login on the forge. */
  public void addLogin(CommitIdent author, String login, Instant at) {
    Instant seen = at.equals(Instant.EPOCH) ? KnownProfiles.SEEN_UNKNOWN : at;
    see(author.account(), login, new Sighting(seen, true));
  }

  private void see(String account, @Nullable String login, Sighting sighting) {
    sightings.merge(new Key(account, login), sighting, Sighting::and);
  }

  /** One profile per account, and one more for each login that it goes by, in the order met. */
  public List<Profile> profiles(String source, String context, Mailmap mailmap) {
    return sightings.entrySet().stream()
        .map(entry -> profile(entry.getKey(), entry.getValue(), mailmap))
        .map(profile -> profile.setSource(source).setContexts(List.of(context)).build())
        .toList();
  }

  /**
   * Name and address are the account itself, so the profile of whom no .mailmap speaks never
   * changes: its revision is 0, and what is published in the end does not depend on when it was
   * met. A profile with a login says more than one without and so outweighs it, whichever is read
   * first.
   */
  private static Profile.Builder profile(Key key, Sighting sighting, Mailmap mailmap) {
    Matcher parts = ACCOUNT.matcher(key.account());
    String name = parts.matches() ? parts.group(1).strip() : "";
    String mail = parts.matches() ? parts.group(2) : "";
    Matcher noreply = NOREPLY.matcher(mail);
    AccountKind kind = kind(name, mail);
    var proper = mailmap.proper(name, mail);
    return Profile.newBuilder()
        .setAccount(key.account())
        .setRevision(proper.isPresent() ? mailmap.revision() : 0)
        .setNetwork(CommitActivities.NETWORK)
        .setSeen(sighting.seen())
        .setAsserted(sighting.self() ? Asserted.SELF : Asserted.OTHERS)
        .setKind(kind)
        .setNames(names(Stream.concat(proper.stream().map(Proper::name), Stream.of(name)), kind))
        .setHandle(noreply.matches() ? noreply.group(1) : key.login())
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

  private record Key(String account, @Nullable String login) {}

  private record Sighting(Instant seen, boolean self) {
    Sighting and(Sighting other) {
      Instant earlier = other.seen.isBefore(seen) ? other.seen : seen;
      return new Sighting(earlier, self || other.self);
    }
  }
}
