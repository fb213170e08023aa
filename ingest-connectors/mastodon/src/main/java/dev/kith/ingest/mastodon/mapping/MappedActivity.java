package dev.kith.ingest.mastodon.mapping;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.List;

/**
 * What an item of the API says.
 *
 * @param activity what was done
 * @param profiles of every account that the activity names
 */
public record MappedActivity(Activity activity, List<Profile> profiles) {}
