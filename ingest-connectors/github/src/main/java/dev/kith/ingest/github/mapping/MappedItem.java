package dev.kith.ingest.github.mapping;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.util.List;

/**
 * One activity with the profiles of the accounts it names.
 *
 * @param activity mapped from one object
 * @param profiles of actor and recipients
 */
record MappedItem(Activity activity, List<Profile> profiles) {}
