@NullMarked
package dev.kith.identity.account;

import org.jspecify.annotations.NullMarked;
