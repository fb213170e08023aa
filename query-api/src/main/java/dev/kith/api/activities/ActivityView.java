package dev.kith.api.activities;

import dev.kith.api.document.IndexedActivity;
import dev.kith.api.document.PersonRef;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;

/**
 * A single activity.
 *
 * @param activity the activity
 * @param people the owners of the accounts in it, by account
 */
@Serdeable
record ActivityView(IndexedActivity activity, Map<String, PersonRef> people) {}
