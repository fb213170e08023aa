package dev.kith.ingest.testkit;

import static dev.kith.ingest.testkit.ListConnector.activity;

import dev.kith.ingest.Connector;
import java.util.List;

/** A connector that keeps the contract passes it. */
class ListConnectorTest extends ConnectorContract {
  @Override
  protected Connector connector() {
    return new ListConnector(
        List.of(
            activity("1", "email:ann@example.org", 1),
            activity("2", "email:bob@example.org", 2),
            activity("", "", 3),
            activity("3", "git:Ann Lee <ann@example.org>", 3),
            activity("4", "git: <nobody@example.org>", 3),
            activity("5", "email:ann@example.org", 5)));
  }
}
