package dev.kith.ingest.mastodon.mapping;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.List;

/**
 * An activity, and the profiles of its accounts.
 *
 * @param activity that an item of the API describes
 * @param profiles of every account that the activity names
 */
public record MappedActivity(Activity activity, List<Profile> profiles) {}
