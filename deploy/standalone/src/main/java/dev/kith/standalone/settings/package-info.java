/**
 * The settings of the services: read from {@code kith.yaml} and the environment, checked, and
 * completed by the launcher. The services document their settings.
 */
@NullMarked
package dev.kith.standalone.settings;

import org.jspecify.annotations.NullMarked;
