package dev.kith.ingest.testkit;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.UnreadableItem;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The smallest connector there can be: reads a list, two items a page. */
class ListConnector implements Connector {
  private final KnownProfiles known = new KnownProfiles(10);
  private final List<Activity> items;

  ListConnector(List<Activity> items) {
    this.items = items;
  }

  static Activity activity(String id, String actor, long second) {
    return Activity.newBuilder()
        .setId(id)
        .setNetwork("list")
        .setSource("test")
        .setKind("note")
        .setAt(Instant.ofEpochSecond(second))
        .setActor(actor)
        .build();
  }

  @Override
  public String network() {
    return "list";
  }

  @Override
  public String source() {
    return "test";
  }

  @Override
  public List<String> limitations() {
    return List.of("what is missing in the list");
  }

  @Override
  public Page read(Cursor after) {
    int from = after.equals(Cursor.START) ? 0 : Integer.parseInt(after.position());
    int to = Math.min(from + 2, items.size());
    if (from == to) {
      return Page.empty(after);
    }
    List<Activity> activities = new ArrayList<>(items.subList(from, to));
    activities.removeIf(activity -> activity.getId().isEmpty());
    return new Page(
        activities,
        known.changed(activities.stream().map(this::profile).toList()),
        unreadable(from, to),
        new Cursor(String.valueOf(to)),
        OptionalLong.of(items.size() - to));
  }

  Profile profile(Activity activity) {
    return Profile.newBuilder()
        .setAccount(activity.getActor())
        .setRevision(KnownProfiles.revision(activity.getAt()))
        .setNetwork("list")
        .setSource("test")
        .setSeen(activity.getAt())
        .build();
  }

  List<UnreadableItem> unreadable(int from, int to) {
    return items.subList(from, to).stream()
        .filter(item -> item.getId().isEmpty())
        .map(item -> new UnreadableItem(new byte[0], "text/plain", "expected an id, found none"))
        .toList();
  }

  @Override
  public void committed(Page page) {
    known.committed(page);
  }
}
