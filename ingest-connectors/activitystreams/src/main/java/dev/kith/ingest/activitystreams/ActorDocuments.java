package dev.kith.ingest.activitystreams;

import dev.kith.ingest.KnownProfiles;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what is said of an actor into a profile. */
final class ActorDocuments {
  private final Frame frame;

  ActorDocuments(Frame frame) {
    this.frame = frame;
  }

  /** What an account says of itself, in a document about it. */
  Profile own(Thing actor) {
    Optional<Instant> described = actor.time("updated").or(this::arrival);
    return version(actor, described, revision(described.or(() -> actor.time("published"))));
  }

  /** The same in an update; one without a time comes after every document without a time. */
  Profile updated(Thing actor, Thing update) {
    Optional<Instant> described =
        actor
            .time("updated")
            .or(() -> update.time("updated"))
            .or(() -> update.time("published"))
            .or(this::arrival);
    long revision =
        described.isPresent() ? revision(described) : revision(actor.time("published")) + 1;
    return version(actor, described, revision);
  }

  private Profile version(Thing actor, Optional<Instant> described, long revision) {
    return profile(actor, account(actor))
        .setAsserted(Asserted.SELF)
        .setRevision(revision)
        .setSeen(actor.time("published").or(() -> described).orElse(KnownProfiles.SEEN_UNKNOWN))
        .build();
  }

  private Optional<Instant> arrival() {
    return Optional.ofNullable(frame.arrived());
  }

  private static long revision(Optional<Instant> moment) {
    return moment.map(Instant::toEpochMilli).orElse(0L);
  }

  /** What an activity tells in passing of an account; nothing if it only names it. */
  Profile inPassing(Thing actor, AccountId account, Asserted asserted, Instant at) {
    var profile = profile(actor, account).setSeen(seen(at));
    boolean tells = !profile.getNames().isEmpty() || profile.getKind() != AccountKind.PERSON;
    return profile
        .setAsserted(tells ? asserted : Asserted.OTHERS)
        .setRevision(tells ? KnownProfiles.revision(at) : 0)
        .build();
  }

  private static Instant seen(Instant at) {
    return at.equals(Instant.EPOCH) ? KnownProfiles.SEEN_UNKNOWN : at;
  }

  /** The end of an account. */
  Profile withdrawn(Thing actor, Instant at, long revision) {
    return Profile.newBuilder()
        .setAccount(account(actor).toString())
        .setNetwork(frame.origin().network())
        .setSource(frame.origin().source())
        .setAsserted(Asserted.SELF)
        .setDeleted(true)
        .setRevision(revision)
        .setSeen(seen(at))
        .build();
  }

  private static AccountId account(Thing actor) {
    return actor
        .id()
        .flatMap(Accounts::at)
        .orElseThrow(() -> Unclear.at("id", "the address of an account", actor.node().get("id")));
  }

  private Profile.Builder profile(Thing actor, AccountId account) {
    var page = new ActorPage(actor, account);
    return Profile.newBuilder()
        .setAccount(account.toString())
        .setNetwork(frame.origin().network())
        .setSource(frame.origin().source())
        .setKind(ActorType.among(actor.types()).map(ActorType::kind).orElse(AccountKind.PERSON))
        .setNames(page.names())
        .setHandle(page.handle().orElse(null))
        .setEmails(page.emails())
        .setLinks(page.links())
        .setOrganisation(page.organisation().orElse(null))
        .setBio(page.bio().orElse(null))
        .setContexts(contexts(actor));
  }

  private static List<String> contexts(Thing actor) {
    return new ArrayList<>(actor.id().flatMap(Accounts::host).stream().toList());
  }
}
