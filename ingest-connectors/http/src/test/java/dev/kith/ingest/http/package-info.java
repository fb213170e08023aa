@NullMarked
package dev.kith.ingest.http;

import org.jspecify.annotations.NullMarked;
