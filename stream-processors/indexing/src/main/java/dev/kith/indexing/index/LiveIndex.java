package dev.kith.indexing.index;

import java.util.Map;

/**
 * The index behind an alias at one moment.
 *
 * @param name such as {@code kith-people-000001}
 * @param uuid by which Elasticsearch tells it from another index of the same name
 * @param reached the offsets up to which a rebuild had filled it, by partition
 * @param isEmpty whether it has no documents
 */
public record LiveIndex(String name, String uuid, Map<Integer, Long> reached, boolean isEmpty) {}
