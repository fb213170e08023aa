package dev.kith.ingest.activitystreams;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Original;
import dev.kith.ingest.Page;
import dev.kith.ingest.Unreadable;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Gathers what becomes of documents into a page. */
final class PageDraft {
  private final List<Activity> activities = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();

  /**
   * Adds what became of one document.
   *
   * @param place where it was, put before the reason if it was not understood
   */
  void add(Reading reading, String place) {
    switch (reading) {
      case Reading.Understood understood -> {
        activities.addAll(understood.activities());
        profiles.addAll(understood.profiles());
      }
      case Reading.NotUnderstood not -> setAside(not.original(), place + ": " + not.reason());
    }
  }

  void setAside(byte[] original, String reason) {
    unreadable.add(new Unreadable(Original.cut(original), Frame.MEDIA_TYPE, reason));
  }

  /** The page, with the profiles that are news. */
  Page page(KnownProfiles known, Cursor next, OptionalLong remaining) {
    return new Page(activities, known.news(profiles), unreadable, next, remaining);
  }
}
