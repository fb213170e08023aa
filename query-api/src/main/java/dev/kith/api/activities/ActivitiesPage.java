package dev.kith.api.activities;

import dev.kith.api.document.IndexedActivity;
import dev.kith.api.document.PersonRef;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of activities.
 *
 * @param activities in the requested order
 * @param people the owners of the accounts on this page, by account
 * @param total number of matches, counted up to 10,000
 * @param next cursor of the next page; missing on the last
 */
@Serdeable
record ActivitiesPage(
    List<IndexedActivity> activities,
    Map<String, PersonRef> people,
    long total,
    @Nullable String next) {}
