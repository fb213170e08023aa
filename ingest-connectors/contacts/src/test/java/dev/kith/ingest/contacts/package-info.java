@NullMarked
package dev.kith.ingest.contacts;

import org.jspecify.annotations.NullMarked;
