package dev.kith.api.meetings;

import dev.kith.api.document.IndexedActivity;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.query.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with the persons behind its accounts.
 *
 * @param meeting the activity
 * @param viewers who of the viewer takes part
 * @param answer the answer of the first of them; null if nobody of the viewer takes part
 * @param others everybody else, the organiser first; a person with several accounts once
 */
record Attendance(
    IndexedActivity meeting,
    List<IndexedPerson> viewers,
    @Nullable String answer,
    List<Guest> others) {
  private static final String ORGANISER = "organiser";

  /** The id of one meeting of a recurring one ends in its original start. */
  private static final Pattern INSTANCE = Pattern.compile("(?s)(.+)/\\d{8}(T\\d{6}Z)?");

  /**
   * Somebody who takes part.
   *
   * @param account by which they are invited
   * @param person whose account it is; null if nobody is known by it
   * @param answer to the invitation
   */
  record Guest(String account, @Nullable IndexedPerson person, String answer) {}

  /** The attendance of a meeting. */
  static Attendance of(
      IndexedActivity meeting, Map<String, IndexedPerson> byAccount, Viewer viewer) {
    Map<String, Guest> guests = new LinkedHashMap<>();
    answers(meeting)
        .forEach(
            (account, answer) -> {
              IndexedPerson person = byAccount.get(account);
              guests.putIfAbsent(
                  person == null ? account : person.id(), new Guest(account, person, answer));
            });
    List<Guest> own = guests.values().stream().filter(guest -> isOf(viewer, guest)).toList();
    return new Attendance(
        meeting,
        own.stream().map(Guest::person).filter(Objects::nonNull).toList(),
        own.stream().map(Guest::answer).findFirst().orElse(null),
        guests.values().stream().filter(guest -> !isOf(viewer, guest)).toList());
  }

  private static boolean isOf(Viewer viewer, Guest guest) {
    return viewer.accounts().contains(guest.account());
  }

  /** The answer of each account; that of who organises the meeting is not known. */
  private static Map<String, String> answers(IndexedActivity meeting) {
    Map<String, String> answers = new LinkedHashMap<>();
    if (meeting.actor() != null && !meeting.actor().isEmpty()) {
      answers.put(meeting.actor(), ORGANISER);
    }
    meeting.towardsKinds().forEach(each -> answers.putIfAbsent(each.account(), each.kind()));
    return answers;
  }

  /** The id that all meetings of a recurring one have in common. */
  Optional<String> series() {
    Matcher instance = INSTANCE.matcher(meeting.id());
    return instance.matches() ? Optional.of(instance.group(1)) : Optional.empty();
  }
}
