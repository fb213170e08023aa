package dev.kith.ingest.activitystreams.activity;

import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.activitystreams.document.AccountAddresses;
import dev.kith.ingest.activitystreams.document.ActivityStreamsObject;
import dev.kith.ingest.activitystreams.document.ActorType;
import dev.kith.ingest.activitystreams.document.UnparsableException;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds profiles from actor documents. */
final class ActorProfiles {
  private final ParseContext context;

  ActorProfiles(ParseContext context) {
    this.context = context;
  }

  /** The profile in an actor's own document. */
  Profile own(ActivityStreamsObject actor) {
    Optional<Instant> described = actor.time("updated").or(this::arrival);
    return version(actor, described, revision(described.or(() -> actor.time("published"))));
  }

  /**
   * The profile in an Update; without a time its revision follows that of every document without a
   * time.
   */
  Profile updated(ActivityStreamsObject actor, ActivityStreamsObject update) {
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

  private Profile version(ActivityStreamsObject actor, Optional<Instant> described, long revision) {
    return profile(actor, account(actor))
        .setAsserted(Asserted.SELF)
        .setRevision(revision)
        .setSeen(actor.time("published").or(() -> described).orElse(KnownProfiles.SEEN_UNKNOWN))
        .build();
  }

  private Optional<Instant> arrival() {
    return Optional.ofNullable(context.arrived());
  }

  private static long revision(Optional<Instant> moment) {
    return moment.map(Instant::toEpochMilli).orElse(0L);
  }

  /**
   * The profile of an actor that an activity mentions; it has no content if only the address is
   * given.
   */
  Profile mentioned(ActivityStreamsObject actor, AccountId account, Asserted asserted, Instant at) {
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

  /** The deletion of an account. */
  Profile deleted(ActivityStreamsObject actor, Instant at, long revision) {
    return Profile.newBuilder()
        .setAccount(account(actor).toString())
        .setNetwork(context.origin().network())
        .setSource(context.origin().source())
        .setAsserted(Asserted.SELF)
        .setDeleted(true)
        .setRevision(revision)
        .setSeen(seen(at))
        .build();
  }

  private static AccountId account(ActivityStreamsObject actor) {
    return actor
        .id()
        .flatMap(AccountAddresses::accountOf)
        .orElseThrow(
            () ->
                UnparsableException.at("id", "the address of an account", actor.node().get("id")));
  }

  private Profile.Builder profile(ActivityStreamsObject actor, AccountId account) {
    var page = new ActorFields(actor, account);
    return Profile.newBuilder()
        .setAccount(account.toString())
        .setNetwork(context.origin().network())
        .setSource(context.origin().source())
        .setKind(ActorType.of(actor.types()).map(ActorType::kind).orElse(AccountKind.PERSON))
        .setNames(page.names())
        .setHandle(page.handle().orElse(null))
        .setEmails(page.emails())
        .setLinks(page.links())
        .setOrganisation(page.organisation().orElse(null))
        .setBio(page.bio().orElse(null))
        .setContexts(contexts(actor));
  }

  private static List<String> contexts(ActivityStreamsObject actor) {
    return new ArrayList<>(actor.id().flatMap(AccountAddresses::host).stream().toList());
  }
}
