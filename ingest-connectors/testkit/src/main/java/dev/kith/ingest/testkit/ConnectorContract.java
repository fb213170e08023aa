package dev.kith.ingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Original;
import dev.kith.ingest.Page;
import dev.kith.ingest.UnreadableItem;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every connector keeps. An author extends it and supplies the connector over input that was
 * recorded or made, with more than one page and at least one item that cannot be read, if the
 * network can have such.
 */
public abstract class ConnectorContract {
  private static final int RESUMED_AT_MOST = 25;
  private static final int LONGEST_LIMITATION = 120;

  private final List<Connector> opened = new ArrayList<>();

  /** A new connector that has read nothing; each call gives one over the same input. */
  protected abstract Connector connector() throws Exception;

  /**
   * What older means in this network; by time unless overridden. A comparator that finds all equal
   * says that the network does not order.
   */
  protected Comparator<Activity> oldestFirst() {
    return Comparator.comparing(Activity::getAt);
  }

  @AfterEach
  final void closeConnectors() {
    opened.forEach(Connector::close);
  }

  @Test
  protected final void readsOldestFirst() throws Exception {
    var activities = read().activities();

    assertThat(activities).isNotEmpty().isSortedAccordingTo(oldestFirst());
  }

  @Test
  protected final void namesEachActivityOnce() throws Exception {
    var activities = read().activities();

    assertThat(activities.stream().map(a -> a.getId() + " at revision " + a.getRevision()))
        .doesNotHaveDuplicates();
  }

  /** The networks of the accounts that it describes: its own, unless the network knows others. */
  protected Set<String> accountNetworks() throws Exception {
    return Set.of(open().network());
  }

  @Test
  protected final void namesItsOwnNetworkAndSource() throws Exception {
    var connector = open();

    var read = ReadThrough.of(connector, Cursor.START);

    assertThat(connector.network()).matches("[a-z0-9-]+");
    assertThat(connector.source()).isNotBlank();
    assertThat(read.activities())
        .extracting(Activity::getNetwork)
        .containsOnly(connector.network());
    assertThat(read.activities()).extracting(Activity::getSource).containsOnly(connector.source());
    assertThat(read.profiles()).extracting(Profile::getNetwork).isSubsetOf(accountNetworks());
    assertThat(read.profiles()).extracting(Profile::getSource).containsOnly(connector.source());
  }

  /** A person reads them after "cannot show". */
  @Test
  protected final void saysWhatItCannotShow() throws Exception {
    assertThat(open().limitations())
        .isNotEmpty()
        .isEqualTo(open().limitations())
        .allMatch(phrase -> phrase.length() <= LONGEST_LIMITATION && !phrase.endsWith("."))
        .noneMatch(phrase -> phrase.matches("(?i)(no|not|nothing|only|nobody) .*"));
  }

  /** The runtime does so when what it read could not be kept. */
  @Test
  protected final void readsTheSamePageFromTheSameCursor() throws Exception {
    var cursors = read().cursors();
    var connector = open();
    for (Cursor cursor : cursors) {
      Page page = connector.read(cursor);
      Page again = connector.read(cursor);

      assertThat(again.activities()).isEqualTo(page.activities());
      assertThat(again.profiles()).isEqualTo(page.profiles());
      assertThat(reasons(again.unreadable())).isEqualTo(reasons(page.unreadable()));
      assertThat(again.next()).isEqualTo(page.next());
      connector.committed(page);
    }
  }

  @Test
  protected final void comesToRestAtTheEnd() throws Exception {
    var connector = open();
    var read = ReadThrough.of(connector, Cursor.START);

    Page page = connector.read(read.end());

    assertThat(page.isEmptyAfter(read.end())).isTrue();
    assertThat(page.remaining()).hasValue(0);
  }

  @Test
  protected final void goesOnWhereAnotherReaderStopped() throws Exception {
    var whole = read();
    int step = 1 + whole.pages().size() / RESUMED_AT_MOST;
    for (int i = 0; i < whole.pages().size(); i += step) {
      var rest = ReadThrough.of(open(), whole.cursors().get(i));

      assertThat(rest.activities()).isEqualTo(whole.after(i).activities());
      assertThat(reasons(rest.unreadable())).isEqualTo(reasons(whole.after(i).unreadable()));
    }
  }

  @Test
  protected final void givesAProfileOfEveryAccountItNames() throws Exception {
    Set<String> known = new HashSet<>();
    for (Page page : read().pages()) {
      page.profiles().forEach(profile -> known.add(profile.getAccount()));
      for (Activity activity : page.activities()) {
        assertThat(known)
            .as("accounts with a profile")
            .containsAll(AccountChecks.namedBy(activity));
      }
    }
  }

  @Test
  protected final void writesAccountsInTheirFoldedForm() throws Exception {
    var read = read();

    assertThat(read.activities())
        .allSatisfy(
            activity ->
                assertThat(AccountChecks.namedBy(activity)).allMatch(AccountChecks::isFolded));
    assertThat(read.profiles())
        .allSatisfy(profile -> assertThat(profile.getAccount()).matches(AccountChecks::isFolded));
  }

  @Test
  protected final void writesActivitiesWellFormed() throws Exception {
    assertThat(read().activities()).allSatisfy(RecordChecks::check);
  }

  @Test
  protected final void keepsOriginalsWithinTheLimit() throws Exception {
    var read = read();

    assertThat(read.activities())
        .allMatch(activity -> activity.getOriginal().remaining() <= Original.LIMIT)
        .allMatch(
            activity ->
                !activity.getOriginal().hasRemaining() || activity.getOriginalType().isPresent());
    assertThat(read.unreadable()).allMatch(item -> item.original().length <= Original.LIMIT);
  }

  @Test
  protected final void givesReasonsThatQuoteNobody() throws Exception {
    assertThat(read().unreadable()).allSatisfy(RecordChecks::check);
  }

  /** A connector that is closed after the test. */
  protected final Connector open() throws Exception {
    Connector connector = connector();
    opened.add(connector);
    return connector;
  }

  /** Everything a new connector reads. */
  protected final ReadThrough read() throws Exception {
    return ReadThrough.of(open(), Cursor.START);
  }

  private static List<String> reasons(List<UnreadableItem> items) {
    return items.stream().map(UnreadableItem::reason).toList();
  }
}
