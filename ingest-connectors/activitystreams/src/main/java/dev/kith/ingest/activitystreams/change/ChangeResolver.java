package dev.kith.ingest.activitystreams.change;

import dev.kith.ingest.activitystreams.activity.ActivityKey;
import dev.kith.ingest.activitystreams.activity.ChangeAuthority;
import dev.kith.ingest.activitystreams.activity.ObjectChange;
import dev.kith.ingest.activitystreams.activity.ParseOutcome;
import dev.kith.ingest.activitystreams.activity.RemovalParser;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides which changes count, and what they change. The result is the same whether an object or
 * its change is read first; if a change was believed that should not have been, the object is
 * published again in a later revision.
 */
public final class ChangeResolver {
  private static final String NOT_THEIRS =
      "actor: expected whose it is, found another: it stays as it is";

  private final ChangeStore store;

  public ChangeResolver(ChangeStore store) {
    this.store = store;
  }

  /** To be called before a page is made. */
  public void open() {
    store.open();
  }

  /** To be called when a page is made. */
  public void save() {
    store.save();
  }

  /** Whether a source was read from its beginning since things are remembered. */
  public boolean isRead(String source) {
    return store.isRead(source);
  }

  /** Records that it was. */
  public void markRead(String source) {
    if (!store.isRead(source)) {
      store.markRead(source);
    }
  }

  /**
   * What to publish of a document.
   *
   * @param refused takes the changes that do not count, with the reason
   */
  public List<Activity> resolve(ParseOutcome.Parsed read, RejectedChanges refused) {
    List<Activity> published = new ArrayList<>();
    for (Activity each : read.activities()) {
      if (each.getDeleted() || each.getActor().isEmpty()) {
        published.add(each);
      } else {
        made(directed(each, read.key()), published);
      }
    }
    read.key().ifPresent(key -> takenBack(key, read.activities().getFirst(), published));
    for (ObjectChange change : read.changes()) {
      switch (change) {
        case ObjectChange.OfActivity ofActivity -> change(ofActivity, published, refused);
        case ObjectChange.OfLatest ofDeed -> undo(ofDeed, published);
      }
    }
    return published;
  }

  /** Receives changes that do not count. */
  public interface RejectedChanges {
    void add(Activity change, String reason);
  }

  /** An activity, directed at whoever made its object if it does not say who that is. */
  private Activity directed(Activity activity, Optional<ActivityKey> key) {
    Optional<ActivityKey> unresolved = key.filter(ActivityKey::isDirected);
    if (unresolved.isEmpty()) {
      return activity;
    }
    String object = unresolved.get().object();
    Optional<String> owner = store.owner(object);
    if (owner.isEmpty()) {
      store.addWaiting(object, activity);
    }
    return owner.map(account -> towards(activity, account)).orElse(activity);
  }

  private static Activity towards(Activity activity, String account) {
    if (activity.getTowards().stream().anyMatch(each -> each.getAccount().equals(account))) {
      return activity;
    }
    List<Towards> towards = new ArrayList<>(activity.getTowards());
    towards.add(new Towards(account, activity.getKind()));
    return Activity.newBuilder(activity).setTowards(towards).build();
  }

  /** Publishes an original and the changes that were read before it. */
  private void made(Activity made, List<Activity> published) {
    String id = made.getId();
    String actor = made.getActor();
    if (isSuperseded(made)) {
      return;
    }
    published.add(aboveOthers(made, 1));
    if (!ChangeAuthority.isOwnedBy(id, actor)) {
      store.addOwner(id, actor);
      store.waiting(id).forEach(each -> published.add(aboveOthers(towards(each, actor), 1)));
    }
    for (ChangeStore.Claim claim : store.claims(id)) {
      if (claim.removed() && claim.account().equals(actor)) {
        published.add(aboveOthers(removal(made, id, claim.at(), claim.revision()), 2));
      }
    }
  }

  /**
   * Whether a later version of its owner's was published. Compaction keeps the last record of a
   * topic, so an earlier version must not follow it.
   */
  private boolean isSuperseded(Activity version) {
    return ChangeAuthority.isOwnedBy(version.getId(), version.getActor())
        && store.claims(version.getId()).stream()
            .filter(claim -> claim.published() && claim.account().equals(version.getActor()))
            .anyMatch(claim -> claim.revision() > version.getRevision());
  }

  /** Raises the revision above changes by others that were published before the owner was known. */
  private Activity aboveOthers(Activity version, int step) {
    long highest =
        store.claims(version.getId()).stream()
            .filter(claim -> claim.published() && !claim.account().equals(version.getActor()))
            .mapToLong(ChangeStore.Claim::revision)
            .max()
            .orElse(-1);
    return highest < 0 || version.getRevision() > highest + step - 1
        ? version
        : Activity.newBuilder(version).setRevision(highest + step).build();
  }

  private void takenBack(ActivityKey key, Activity act, List<Activity> published) {
    store
        .addActivity(key, act.getId(), act.getAt().toEpochMilli())
        .forEach((id, at) -> published.add(removal(act, id, at, at + 1)));
  }

  private void undo(ObjectChange.OfLatest change, List<Activity> published) {
    Activity undo = change.version();
    store
        .addUndo(change.key(), change.id(), undo.getRevision() - 1)
        .forEach((id, at) -> published.add(removal(undo, id, at, at + 1)));
  }

  private void change(
      ObjectChange.OfActivity change, List<Activity> published, RejectedChanges refused) {
    Activity version = change.version();
    boolean isProven = change.authority() == ChangeAuthority.PROVEN;
    Optional<String> owner = store.owner(version.getId());
    if (isProven || owner.filter(version.getActor()::equals).isPresent()) {
      if (!isSuperseded(version)) {
        published.add(aboveOthers(version, version.getDeleted() ? 2 : 1));
      }
      if (ChangeAuthority.isOwnedBy(version.getId(), version.getActor())) {
        store.claim(version.getId(), claim(version, true));
      }
    } else if (owner.isPresent()) {
      refused.add(version, NOT_THEIRS);
    } else {
      claim(change, published, refused);
    }
  }

  /** A deletion by an actor of the same server is believed until the owner is known. */
  private void claim(
      ObjectChange.OfActivity change, List<Activity> published, RejectedChanges refused) {
    Activity version = change.version();
    boolean isNear = change.authority() == ChangeAuthority.CLAIMED;
    if (!isNear && !version.getDeleted()) {
      refused.add(version, NOT_THEIRS);
      return;
    }
    store.claim(version.getId(), claim(version, isNear));
    if (isNear) {
      published.add(version);
    }
  }

  private static ChangeStore.Claim claim(Activity version, boolean published) {
    return new ChangeStore.Claim(
        version.getActor(),
        version.getAt().toEpochMilli(),
        version.getRevision(),
        published,
        version.getDeleted());
  }

  private static Activity removal(Activity like, String id, long at, long revision) {
    return Activity.newBuilder()
        .setId(id)
        .setRevision(revision)
        .setDeleted(true)
        .setNetwork(like.getNetwork())
        .setSource(like.getSource())
        .setKind(like.getKind())
        .setAt(at == RemovalParser.LAST ? like.getAt() : Instant.ofEpochMilli(at))
        .setActor(like.getActor())
        .setContext(like.getContext().orElse(null))
        .setVisibility(like.getVisibility())
        .build();
  }
}
