package dev.kith.ingest.contacts.card;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a card becomes.
 *
 * @param uid of the card
 * @param at when it was made, changed or first read
 * @param profile of the account that the card is
 * @param activities the one by which the owner knows the person; none of organisations and lists
 * @param ignored why parts of the card were left out, each with how often
 */
public record MappedCard(
    String uid,
    Instant at,
    Profile profile,
    List<Activity> activities,
    Map<String, Integer> ignored) {}
