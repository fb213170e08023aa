package dev.kith.ingest.bluesky;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.bluesky.BlueskyCursor.Progress;
import dev.kith.ingest.bluesky.identity.IdentityResolver;
import dev.kith.ingest.bluesky.record.AtUri;
import dev.kith.ingest.bluesky.record.Lexicon;
import dev.kith.ingest.bluesky.record.RecordMapper;
import dev.kith.ingest.bluesky.record.RecordVersion;
import dev.kith.ingest.bluesky.record.Tid;
import dev.kith.ingest.bluesky.stream.EventReader;
import dev.kith.ingest.bluesky.stream.RepoEvent;
import dev.kith.ingest.bluesky.xrpc.NotificationReader;
import dev.kith.ingest.bluesky.xrpc.RepositoryReader;
import dev.kith.ingest.bluesky.xrpc.RepositoryReader.RecordPage;
import dev.kith.schemas.Activity;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the repositories of the configured accounts once, and from then on the events of a server.
 * The connection is opened before the repositories are read, so that no event is lost in between.
 * After a gap in the events, the repositories are read again.
 */
final class BlueskyConnector implements Connector {
  private static final int PAGE = 200;
  private static final Duration WAIT = Duration.ofSeconds(2);
  private static final Duration BETWEEN_NOTIFICATIONS = Duration.ofMinutes(1);

  /** In place of a revision: the repository is read as soon as its server shows it. */
  private static final String HIDDEN = "";

  private static final Duration JETSTREAM_KEEPS = Duration.ofDays(1);
  private static final String REREAD = "the configured accounts' repositories are read again";
  private static final Set<String> WITHDRAWN =
      Set.of("deactivated", "suspended", "takendown", "deleted");
  private static final Set<String> GONE = Set.of("takendown", "deleted");

  private final BlueskySettings settings;
  private final EventReader events;
  private final IdentityResolver identities;
  private final RepositoryReader repositories;
  private final @Nullable NotificationReader notifications;
  private final ProfileDirectory directory;
  private final RecordIndex index;
  private final RecordMapper mapper;
  private final InstantSource clock;
  private final KnownProfiles known = new KnownProfiles(50_000);
  private Set<String> configured = Set.of();
  private boolean isUncommitted;
  private Instant nextNotifications = Instant.MIN;

  /** The dependencies of a connector. */
  record Dependencies(
      EventReader events,
      IdentityResolver identities,
      RepositoryReader repositories,
      @Nullable NotificationReader notifications,
      ProfileDirectory directory,
      RecordIndex index,
      InstantSource clock) {}

  BlueskyConnector(BlueskySettings settings, Dependencies dependencies) {
    this.settings = settings;
    this.events = dependencies.events();
    this.identities = dependencies.identities();
    this.repositories = dependencies.repositories();
    this.notifications = dependencies.notifications();
    this.directory = dependencies.directory();
    this.index = dependencies.index();
    this.clock = dependencies.clock();
    this.mapper = new RecordMapper(settings.name(), list -> index.note(list).equals("curated"));
  }

  @Override
  public String network() {
    return "bluesky";
  }

  @Override
  public String source() {
    return settings.name();
  }

  @Override
  public boolean isLongPolling() {
    return true;
  }

  @Override
  public Page read(Cursor after) throws SourceException, InterruptedException {
    if (isUncommitted) {
      events.close(); // what the last page had is read again
    }
    isUncommitted = true;
    AccountScope scope = scope();
    events.want(scope.relevance());
    var page = new BlueskyPageBuilder(scope, mapper, directory, index);
    BlueskyCursor at = connected(stored(page, after));
    Optional<String> unread =
        configured.stream().filter(did -> !at.read().containsKey(did)).findFirst();
    if (unread.isPresent()) {
      return readRepository(page, at, unread.get());
    }
    if (notifications != null && !clock.instant().isBefore(nextNotifications)) {
      BlueskyCursor next = readNotifications(page, notifications, at);
      if (!page.isEmpty()) {
        return page.build(known, next, OptionalLong.empty());
      }
      nextNotifications = clock.instant().plus(BETWEEN_NOTIFICATIONS);
    }
    return readEvents(page, at);
  }

  private AccountScope scope() throws SourceException, InterruptedException {
    if (configured.isEmpty()) {
      Set<String> dids = new TreeSet<>();
      for (String account : settings.accounts()) {
        dids.add(identities.did(account));
      }
      configured = dids;
    }
    return new AccountScope(
        configured, settings.followed() ? index.followedBy(configured) : Set.of());
  }

  /** The cursor, if the stream is still the same and still has the events after it. */
  private BlueskyCursor stored(BlueskyPageBuilder page, Cursor after) {
    String stream = settings.stream().toString();
    BlueskyCursor at = BlueskyCursor.parse(after, stream);
    if (!at.stream().equals(stream)) {
      return at.anew(stream);
    }
    if (at.seq() == null || !settings.isJetstream() || at.read().isEmpty()) {
      return at;
    }
    Instant last = Instant.EPOCH.plus(at.seq(), ChronoUnit.MICROS);
    if (last.plus(JETSTREAM_KEEPS).isAfter(clock.instant())) {
      return at;
    }
    page.tell(
        "Jetstream", "expected events from less than a day ago, found an older cursor; " + REREAD);
    return at.anew(stream);
  }

  /**
   * The cursor on an open connection. Without the number of an event, nobody knows what happened
   * after the repositories were read.
   */
  private BlueskyCursor connected(BlueskyCursor at) throws SourceException, InterruptedException {
    long seq = events.resume(at.seq());
    return at.seq() == null ? at.anew(at.stream()).at(seq) : at;
  }

  private Page readRepository(BlueskyPageBuilder page, BlueskyCursor at, String did)
      throws SourceException, InterruptedException {
    URI server = identities.identity(did).server();
    Progress progress = at.progress();
    if (server == null) {
      page.ignore("a repository of an account whose DID document names no server");
      return page.build(known, at.finished(did, HIDDEN), OptionalLong.empty());
    }
    if (progress == null || !progress.did().equals(did)) {
      Optional<String> revision = repositories.revision(server, did);
      if (revision.isEmpty()) {
        return hidden(page, at, did);
      }
      nameOtherCollections(page, server, did);
      progress = new Progress(did, revision.get(), Lexicon.PROFILE.collection(), "");
    }
    return readRecords(page, at, server, progress);
  }

  private Page hidden(BlueskyPageBuilder page, BlueskyCursor at, String did) {
    page.ignore("a repository that its server does not show");
    return page.build(known, at.finished(did, HIDDEN), OptionalLong.empty());
  }

  private void nameOtherCollections(BlueskyPageBuilder page, URI server, String did)
      throws SourceException, InterruptedException {
    for (String collection : repositories.collections(server, did)) {
      if (Lexicon.of(collection).isEmpty() && collection.matches("[a-zA-Z0-9.-]{1,317}")) {
        page.ignore("the collection " + collection + ", a lexicon without meaning here");
      }
    }
  }

  private Page readRecords(BlueskyPageBuilder page, BlueskyCursor at, URI server, Progress progress)
      throws SourceException, InterruptedException {
    String did = progress.did();
    String collection = progress.collection();
    Instant revision = Tid.time(progress.revision()).orElse(Instant.EPOCH);
    Optional<RecordPage> shown =
        repositories.records(server, did, collection, progress.key(), revision);
    if (shown.isEmpty()) {
      return hidden(page, at, did);
    }
    RecordPage records = shown.get();
    if (collection.equals(Lexicon.PROFILE.collection())) {
      page.addOwner(did, revision);
    } else {
      deleteMissing(page, progress, records, revision);
      for (RecordVersion record : records.records()) {
        page.add(record);
      }
    }
    return page.build(known, next(at, progress, records), OptionalLong.empty());
  }

  /** Deletes published records that are no longer in the repository. */
  private void deleteMissing(
      BlueskyPageBuilder page, Progress progress, RecordPage records, Instant revision)
      throws SourceException, InterruptedException {
    Set<AtUri> present =
        records.records().stream().map(RecordVersion::uri).collect(Collectors.toSet());
    for (AtUri uri :
        index.records(progress.did(), progress.collection(), progress.key(), records.last())) {
      if (!present.contains(uri)) {
        page.delete(uri, revision);
      }
    }
  }

  private static BlueskyCursor next(BlueskyCursor at, Progress progress, RecordPage records) {
    if (!records.last().isEmpty()) {
      return at.in(
          new Progress(progress.did(), progress.revision(), progress.collection(), records.last()));
    }
    List<String> collections = List.of(Lexicon.values()).stream().map(Lexicon::collection).toList();
    int following = collections.indexOf(progress.collection()) + 1;
    return following == collections.size()
        ? at.finished(progress.did(), progress.revision())
        : at.in(new Progress(progress.did(), progress.revision(), collections.get(following), ""));
  }

  private BlueskyCursor readNotifications(
      BlueskyPageBuilder page, NotificationReader reader, BlueskyCursor at)
      throws SourceException, InterruptedException {
    Instant last = at.notified().isEmpty() ? Instant.MIN : Instant.parse(at.notified());
    for (RecordVersion record : reader.after(last)) {
      page.add(record);
      last = record.known();
    }
    return at.notifiedUntil(last.equals(Instant.MIN) ? "" : last.toString());
  }

  private Page readEvents(BlueskyPageBuilder page, BlueskyCursor start)
      throws SourceException, InterruptedException {
    BlueskyCursor at = start;
    long deadline = System.nanoTime() + WAIT.toNanos();
    while (page.size() < PAGE) {
      long left = deadline - System.nanoTime();
      boolean mayWait = page.isEmpty() && left > 0;
      RepoEvent event = events.next(mayWait ? Duration.ofNanos(left) : Duration.ZERO);
      if (event == null || (event instanceof RepoEvent.Refusal && !page.isEmpty())) {
        if (event != null) {
          events.unread(event);
        }
        break;
      }
      at = handle(page, at, event);
      if (left <= 0 || (at.seq() == null && start.seq() != null)) {
        break;
      }
    }
    boolean isAtRest = page.isEmpty() && at.equals(start);
    isUncommitted = !isAtRest;
    return page.build(known, at, isAtRest ? OptionalLong.of(0) : OptionalLong.empty());
  }

  private BlueskyCursor handle(BlueskyPageBuilder page, BlueskyCursor before, RepoEvent event)
      throws SourceException, InterruptedException {
    BlueskyCursor at = event.number().isPresent() ? before.at(event.number().getAsLong()) : before;
    switch (event) {
      case RepoEvent.Commit commit -> {
        return handleCommit(page, at, commit);
      }
      case RepoEvent.Incomplete incomplete -> {
        return incomplete.rev().compareTo(at.read().getOrDefault(incomplete.did(), "")) > 0
            ? reread(page, at, incomplete.did(), incomplete.reason())
            : at;
      }
      case RepoEvent.IdentityChange change -> page.changeIdentity(change.did(), change.time());
      case RepoEvent.AccountChange change -> {
        return handleAccount(page, at, change);
      }
      case RepoEvent.Gap gap -> {
        if (Objects.equals(at.seq(), 0L)) {
          return at
              .withGap(); // the server has stored nothing of late: no event is known to be lost
        }
        return tellGap(page, at, gap.reason());
      }
      case RepoEvent.Refusal refusal -> {
        return handleRefusal(page, at, refusal);
      }
      case RepoEvent.Skipped skipped -> {
        if (skipped.unknownType() != null) {
          page.ignore("events of the unknown type " + skipped.unknownType());
        }
      }
      case RepoEvent.Undecodable item ->
          page.setAside(item.message(), item.mediaType(), item.reason());
    }
    return at;
  }

  private BlueskyCursor handleCommit(
      BlueskyPageBuilder page, BlueskyCursor at, RepoEvent.Commit commit)
      throws SourceException, InterruptedException {
    String last = at.read().getOrDefault(commit.did(), HIDDEN);
    if (commit.rev().compareTo(last) <= 0) {
      return at; // the repository was read later than this
    }
    for (RepoEvent.RecordChange change : commit.changes()) {
      if (change.value() == null) {
        page.delete(change.uri(), commit.time());
      } else {
        page.add(new RecordVersion(change.uri(), change.cid(), change.value(), commit.time()));
      }
    }
    if (!configured.contains(commit.did()) || last.equals(HIDDEN)) {
      return at;
    }
    boolean isAfterGap = commit.since() != null && !commit.since().equals(last);
    return isAfterGap
        ? reread(page, at, commit.did(), "a commit before this one is missing")
        : at.readUntil(commit.did(), commit.rev());
  }

  private BlueskyCursor reread(
      BlueskyPageBuilder page, BlueskyCursor at, String did, String reason) {
    if (!configured.contains(did)) {
      return at;
    }
    page.ignore(reason + ": the repository is read again");
    directory.forget(did);
    return at.without(did);
  }

  private BlueskyCursor handleAccount(
      BlueskyPageBuilder page, BlueskyCursor at, RepoEvent.AccountChange change)
      throws SourceException, InterruptedException {
    if (change.active()) {
      page.changeIdentity(change.did(), change.time());
      return HIDDEN.equals(at.read().get(change.did()))
          ? reread(page, at, change.did(), "an account is shown again")
          : at;
    }
    if (!WITHDRAWN.contains(change.status())) {
      return at;
    }
    boolean isGone = GONE.contains(change.status());
    page.withdraw(change.did(), change.time(), isGone);
    return isGone && configured.contains(change.did()) ? at.finished(change.did(), HIDDEN) : at;
  }

  private BlueskyCursor tellGap(BlueskyPageBuilder page, BlueskyCursor at, String reason) {
    page.tell(
        reason,
        "expected the events after number %d, found that the server has only later ones; "
                .formatted(at.seq())
            + REREAD);
    configured.forEach(directory::forget);
    return at.withGap();
  }

  private BlueskyCursor handleRefusal(
      BlueskyPageBuilder page, BlueskyCursor at, RepoEvent.Refusal refusal) throws Unavailable {
    events.close();
    if (!refusal.error().equals("FutureCursor")) {
      throw new Unavailable(
          "expected a lasting stream of events, found the error " + refusal.error(), null);
    }
    page.tell(
        refusal.error(),
        "expected the events after number %d, found that the server has not got so far; "
                .formatted(at.seq())
            + REREAD);
    configured.forEach(directory::forget);
    return at.anew(settings.stream().toString());
  }

  @Override
  public List<String> limitations() {
    List<String> limitations = new ArrayList<>();
    limitations.add("what is not public: direct messages, blocks, mutes, bookmarks");
    if (settings.isJetstream()) {
      limitations.add("what accounts that nobody here follows do, unless a notification tells it");
    }
    if (notifications == null) {
      limitations.add("what others did before this source was added");
    }
    limitations.add("what others did while the server's events had a gap");
    return limitations;
  }

  @Override
  public void committed(Page page) {
    isUncommitted = false;
    known.committed(page);
    page.activities().stream()
        .filter(Activity::getDeleted)
        .forEach(deleted -> index.remove(deleted.getId()));
  }

  @Override
  public void close() {
    events.close();
    index.close();
  }
}
