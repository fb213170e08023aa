package dev.kith.ingest.icalendar;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.List;

/**
 * A meeting, and what it says about those whom it names.
 *
 * @param activity of the organiser towards those invited
 * @param profiles of all of them; none if the meeting is called off
 */
public record Meeting(Activity activity, List<Profile> profiles) {}
