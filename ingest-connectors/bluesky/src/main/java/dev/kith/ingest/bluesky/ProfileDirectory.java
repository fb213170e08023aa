package dev.kith.ingest.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.bluesky.identity.AccountIdentity;
import dev.kith.ingest.bluesky.identity.IdentityResolver;
import dev.kith.ingest.bluesky.identity.ProfileMapper;
import dev.kith.ingest.bluesky.record.AtUri;
import dev.kith.ingest.bluesky.record.Lexicon;
import dev.kith.ingest.bluesky.record.RecordVersion;
import dev.kith.ingest.bluesky.xrpc.RepositoryReader;
import dev.kith.schemas.Profile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Looks profiles up: the DID document, the handle and the profile record of an account. */
final class ProfileDirectory {
  private static final int MAX_REMEMBERED = 20_000;

  /** Look-ups get an earlier time, so that a later event of a server whose clock is behind wins. */
  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

  private final IdentityResolver identities;
  private final RepositoryReader repositories;
  private final ProfileMapper mapper;
  private final InstantSource clock;
  private final Cache<String, Profile> known =
      CacheBuilder.newBuilder().maximumSize(MAX_REMEMBERED).build();

  ProfileDirectory(
      IdentityResolver identities,
      RepositoryReader repositories,
      ProfileMapper mapper,
      InstantSource clock) {
    this.identities = identities;
    this.repositories = repositories;
    this.mapper = mapper;
    this.clock = clock;
  }

  /** As {@link #own}, but only the account id if the account cannot be looked up. */
  Profile profile(String did, Instant seen) throws InterruptedException {
    try {
      return own(did, seen);
    } catch (SourceException unknown) {
      return mapper.named(AtUri.account(did), seen);
    }
  }

  /** The profile of an account that was seen at a time, from the cache or looked up. */
  Profile own(String did, Instant seen) throws SourceException, InterruptedException {
    Profile remembered = known.getIfPresent(did);
    if (remembered == null) {
      remembered = changed(did, null, clock.instant().minus(CLOCK_DIFFERENCE), seen);
    }
    return remembered.getSeen().isAfter(seen)
        ? Profile.newBuilder(remembered).setSeen(seen).build()
        : remembered;
  }

  /** The profile of an account that is not looked up. */
  Profile named(String account, Instant at) {
    return mapper.named(account, at);
  }

  /** The profile of an account that its server no longer shows. */
  Profile withdrawn(String did, Instant at) {
    known.invalidate(did);
    return mapper.withdrawn(did, at);
  }

  /** Removes an account from the cache, because it has changed. */
  void forget(String did) {
    identities.forget(did);
    known.invalidate(did);
  }

  /**
   * The profile after a change.
   *
   * @param record the new profile record; null to look it up
   */
  Profile changed(String did, @Nullable JsonNode record, Instant at, Instant seen)
      throws SourceException, InterruptedException {
    AccountIdentity identity = identities.identity(did);
    Profile made = mapper.own(identity, record == null ? fetched(identity) : record, at, seen);
    known.put(did, made);
    return made;
  }

  /** Lists records, because a server forwards a request for a single record to other servers. */
  private JsonNode fetched(AccountIdentity identity) throws SourceException, InterruptedException {
    URI server = identity.server();
    String collection = Lexicon.PROFILE.collection();
    return server == null
        ? MissingNode.getInstance()
        : repositories
            .records(server, identity.did(), collection, "", clock.instant())
            .flatMap(page -> page.records().stream().findFirst())
            .map(RecordVersion::value)
            .orElse(MissingNode.getInstance());
  }
}
