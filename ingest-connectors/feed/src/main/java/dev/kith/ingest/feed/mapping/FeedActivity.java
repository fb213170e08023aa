package dev.kith.ingest.feed.mapping;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.List;

/**
 * An activity and the profiles of everybody whom it names.
 *
 * @param isDated whether the feed states when it was done; else it is when it was first read
 */
public record FeedActivity(Activity activity, List<Profile> profiles, boolean isDated) {}
