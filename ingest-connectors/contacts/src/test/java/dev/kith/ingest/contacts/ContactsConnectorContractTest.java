package dev.kith.ingest.contacts;

import dev.kith.ingest.Connector;
import dev.kith.ingest.contacts.book.AddressBookFolder;
import dev.kith.ingest.contacts.card.CardMapper;
import dev.kith.ingest.testkit.ConnectorContract;
import dev.kith.schemas.Activity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ContactsConnectorContractTest extends ConnectorContract {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-12-01T10:00:00Z"));

  @TempDir private Path folder;

  /** Cards have no order. */
  @Override
  protected Comparator<Activity> oldestFirst() {
    return (_, _) -> 0;
  }

  /** Before all readers: a file that is written again is read again. */
  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("friends.vcf"),
        Cards.card("bob", "Bob")
            + Cards.card("cat", "Cat")
            + "BEGIN:VCARD\nVERSION:3.0\nNOTE:nobody\nEND:VCARD\n"
            + Cards.card("dan", "Dan")
            + "BEGIN:VCARD\nVERSION:3.0\nFN:Eve\n");
    Files.writeString(
        folder.resolve("work.csv"),
        """
        First Name,Last Name,E-mail Address,Business Phone
        Fay,Fern,fay@example.org,+33 1 23 45 67 89
        Gus,Gorse,gus@example.org,
        """);
  }

  @Override
  protected Connector connector() {
    return new ContactsConnector(
        "friends",
        new AddressBookFolder(folder),
        new CardMapper("friends", "ann@example.org", null),
        Duration.ofMinutes(1),
        CLOCK,
        2);
  }
}
