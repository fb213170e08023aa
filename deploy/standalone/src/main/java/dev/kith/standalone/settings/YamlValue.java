package dev.kith.standalone.settings;

/**
 * The value of one key of a YAML file.
 *
 * @param value as written
 * @param line of the value, counted from 1
 */
record YamlValue(String value, int line) {}
