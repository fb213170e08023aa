@NullMarked
package dev.kith.ingest.git.repository;

import org.jspecify.annotations.NullMarked;
