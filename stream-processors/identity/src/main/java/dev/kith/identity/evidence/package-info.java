/**
 * Reasons for and against two accounts being one person, and their wording. Nothing here decides
 * what follows from them.
 */
@NullMarked
package dev.kith.identity.evidence;

import org.jspecify.annotations.NullMarked;
