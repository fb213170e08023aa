package dev.kith.api.sources;

import java.util.List;

/** What sources and steps have set aside. */
interface Unreadables {
  /** All of it that is remembered, the latest first. */
  List<UnreadableView> all();
}
