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
  /**
   * Stands for a moment nobody stated: later than any, so that it never makes an account senior.
   */
  static final Instant UNKNOWN = Instant.parse("9999-12-31T00:00:00Z");

  private final Frame frame;

  ActorDocuments(Frame frame) {
    this.frame = frame;
  }

  /** What an account says of itself, in a document about it. */
  Profile own(Thing actor) {
    AccountId account = account(actor);
    Optional<Instant> arrived = Optional.ofNullable(frame.arrived());
    Optional<Instant> described =
        actor.time("updated").or(() -> arrived).or(() -> actor.time("published"));
    return profile(actor, account)
        .setAsserted(Asserted.SELF)
        .setRevision(described.map(Instant::toEpochMilli).orElse(0L))
        .setSeen(actor.time("published").or(() -> described).orElse(UNKNOWN))
        .build();
  }

  /** What an activity tells in passing of an account; nothing if it only names it. */
  Profile inPassing(Thing actor, AccountId account, Asserted asserted, Instant at) {
    var profile = profile(actor, account).setSeen(at);
    boolean tells = !profile.getNames().isEmpty() || profile.getKind() != AccountKind.PERSON;
    return profile
        .setAsserted(tells ? asserted : Asserted.OTHERS)
        .setRevision(tells ? KnownProfiles.revision(at) : 0)
        .build();
  }

  /** The end of an account. */
  Profile withdrawn(Thing actor, Instant at) {
    return Profile.newBuilder()
        .setAccount(account(actor).toString())
        .setNetwork(frame.origin().network())
        .setSource(frame.origin().source())
        .setAsserted(Asserted.SELF)
        .setDeleted(true)
        .setRevision(at.toEpochMilli() + 1)
        .setSeen(at)
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
