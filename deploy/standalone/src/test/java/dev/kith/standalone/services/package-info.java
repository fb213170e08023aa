@NullMarked
package dev.kith.standalone.services;

import org.jspecify.annotations.NullMarked;
