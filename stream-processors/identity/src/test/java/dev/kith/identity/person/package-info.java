@NullMarked
package dev.kith.identity.person;

import org.jspecify.annotations.NullMarked;
