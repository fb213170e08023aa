package dev.kith.standalone.sources;

import java.util.Map;

/**
 * A source of a home.
 *
 * @param name of the source
 * @param network as it stands in its keys
 * @param settings by key without prefix; of a secret only its file
 * @param paused whether it is not read for now
 * @param place where it is set, for a person
 */
public record HomeSource(
    String name, String network, Map<String, String> settings, boolean paused, String place) {}
