/**
 * What a document says: activities, profiles and changes; whether a change counts is decided in
 * {@code change}.
 */
@NullMarked
package dev.kith.ingest.activitystreams.activity;

import org.jspecify.annotations.NullMarked;
