package dev.kith.ingest.calendar;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.icalendar.MeetingMapper;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads calendars, and follows what is added, changed and removed in them. Each day the instances
 * of recurring events that have come into the window are read, too, without a change of the
 * calendar. The cursor is the number of the last page; what was published is in a file.
 */
final class CalendarConnector implements Connector {
  private static final int MAX_KNOWN_PROFILES = 50_000;
  private static final String PREFIX = "calendar ";

  private final CalendarSettings settings;
  private final Function<MeetingStore, CalendarResources> resources;
  private final Path file;
  private final InstantSource clock;
  private final int pageSize;
  private final KnownProfiles known = new KnownProfiles(MAX_KNOWN_PROFILES);
  private @Nullable Opened opened;

  private record Opened(MeetingStore store, CalendarReader reader) {}

  /**
   * A connector.
   *
   * @param resources where the calendars are, with facts about them in the file
   * @param file of what was published
   * @param pageSize about how many meetings are read at once
   */
  CalendarConnector(
      CalendarSettings settings,
      Function<MeetingStore, CalendarResources> resources,
      Path file,
      InstantSource clock,
      int pageSize) {
    this.settings = settings;
    this.resources = resources;
    this.file = file;
    this.clock = clock;
    this.pageSize = pageSize;
  }

  @Override
  public String network() {
    return MeetingMapper.NETWORK;
  }

  @Override
  public String source() {
    return settings.name();
  }

  @Override
  public List<String> limitations() {
    return List.of(
        "meetings that nobody wrote into this calendar",
        "who came without an answer, and who answered otherwise than by the calendar",
        settings.location() == null
            ? "events that were deleted before the calendar was read"
            : "what was changed after the file was written, until it is written again");
  }

  @Override
  public Page read(Cursor after) throws SourceException, InterruptedException {
    long number = number(after);
    CalendarReader reader = open().reader();
    reader.seek(number);
    var page = new CalendarPage(pageSize);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!reader.read(page, number + 1, today)) {
      return Page.empty(after);
    }
    var next = new Cursor(PREFIX + (number + 1));
    return page.build(known, next, OptionalLong.of(reader.remaining()));
  }

  private static long number(Cursor cursor) throws Refused {
    if (cursor.equals(Cursor.START)) {
      return 0;
    }
    if (!cursor.position().matches(PREFIX + "\\d{1,18}")) {
      throw new Refused("expected a cursor of the calendar connector, found another", null);
    }
    return Long.parseLong(cursor.position().substring(PREFIX.length()));
  }

  private Opened open() throws Refused {
    if (opened == null) {
      MeetingStore store = MeetingStore.open(file);
      opened = new Opened(store, new CalendarReader(settings, resources.apply(store), store));
    }
    return opened;
  }

  @Override
  public void committed(Page page) {
    known.committed(page);
  }

  @Override
  public void close() {
    if (opened != null) {
      opened.store().close();
      opened = null;
    }
  }
}
