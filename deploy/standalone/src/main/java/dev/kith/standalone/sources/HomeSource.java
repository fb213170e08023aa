package dev.kith.standalone.sources;

import java.util.Map;

/**
 * A source that is configured in a home folder.
 *
 * @param name of the source
 * @param network from the keys of the source
 * @param settings by key without prefix; the value of a secret is hidden
 * @param paused whether the source is paused
 * @param place file or command that configures it, for a person
 */
public record HomeSource(
    String name, String network, Map<String, String> settings, boolean paused, String place) {}
