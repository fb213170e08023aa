/**
 * Repositories: where they are, how they are opened, mirrored and walked; nothing here knows
 * activities.
 */
@NullMarked
package dev.kith.ingest.git.repository;

import org.jspecify.annotations.NullMarked;
