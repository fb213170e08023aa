package dev.kith.api.meetings;

import dev.kith.api.closeness.Closeness;
import dev.kith.api.document.PersonRef;
import dev.kith.api.query.Viewer;
import dev.kith.api.relationships.RelationshipContext.Exchange;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Meetings in a time.
 *
 * @param meetings the earliest first
 * @param total how many there are; counted up to 10,000
 * @param range the time
 * @param as the viewer
 * @param note what is left out; null if nothing is
 * @param at the moment for which strength holds
 */
@Serdeable
record MeetingsPage(
    List<Meeting> meetings,
    @Schema(example = "3") long total,
    TimeRange range,
    Viewer.Summary as,
    @Nullable String note,
    Instant at) {

  /**
   * A meeting.
   *
   * @param id of the activity
   * @param series id that all meetings of a recurring one have in common; null if it is none
   * @param start when it begins
   * @param end when it ends
   * @param title what it is about
   * @param place where it takes place
   * @param status confirmed or tentative
   * @param calendar name of the calendar
   * @param answer what the viewer has answered; organiser if it is the viewer's meeting
   * @param attendees the others, the organiser first
   */
  @Serdeable
  record Meeting(
      String id,
      @Nullable String series,
      String start,
      @Nullable String end,
      @Nullable String title,
      @Nullable String place,
      @Nullable String status,
      @Nullable String calendar,
      @Nullable String answer,
      List<Attendee> attendees) {}

  /**
   * Somebody who comes to a meeting, or is invited.
   *
   * @param account by which they are invited
   * @param person whose account it is; null if nobody is known by it
   * @param answer organiser, accepted, tentative, declined, or invited, which is no answer yet
   * @param closeness how close they are to the viewer; null without contact
   * @param lastExchange the last activity of the viewer and this person before now
   * @param openQuestion the newest question between the two that is not answered
   */
  @Serdeable
  record Attendee(
      String account,
      @Nullable PersonRef person,
      @Schema(example = "accepted") String answer,
      @Nullable Closeness closeness,
      @Nullable Exchange lastExchange,
      @Nullable Exchange openQuestion) {}
}
