/**
 * The settings of the services: read from {@code kith.yaml} and the environment, checked, and
 * completed with what the launcher decides. What a setting does belongs to its service.
 */
@NullMarked
package dev.kith.standalone.settings;

import org.jspecify.annotations.NullMarked;
