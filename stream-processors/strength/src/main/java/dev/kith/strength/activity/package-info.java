/** What each activity contributes to the counts of account pairs; nothing about persons. */
@NullMarked
package dev.kith.strength.activity;

import org.jspecify.annotations.NullMarked;
