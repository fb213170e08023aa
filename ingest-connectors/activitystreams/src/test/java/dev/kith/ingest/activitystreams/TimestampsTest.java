package dev.kith.ingest.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.activitystreams.document.Timestamps;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-01-31T12:00:05Z             | 2026-01-31T12:00:05Z
          2026-01-31t12:00:05z             | 2026-01-31T12:00:05Z
          2026-01-31 12:00:05              | 2026-01-31T12:00:05Z
          2026-01-31_12:00:05Z             | 2026-01-31T12:00:05Z
          2026-01-31  12:00:05 +01:00      | 2026-01-31T11:00:05Z
          2026-01-31T12:00:05.1234567891Z  | 2026-01-31T12:00:05.123Z
          2026-01-31T12:00:05,5            | 2026-01-31T12:00:05.500Z
          2026-01-31T12:00:05.345          | 2026-01-31T12:00:05.345Z
          2026-01-31T12:00-05              | 2026-01-31T17:00:00Z
          2026-01-31T12:00+0530            | 2026-01-31T06:30:00Z
          2026-01-31 12:00:05 UTC          | 2026-01-31T12:00:05Z
          2026-01-31T24:00:00Z             | 2026-02-01T00:00:00Z
          2016-12-31T23:59:60Z             | 2016-12-31T23:59:59Z
          2026-01-31                       | 2026-01-31T00:00:00Z
          Sat, 31 Jan 2026 12:00:05 GMT    | 2026-01-31T12:00:05Z
          1769860805                       | 2026-01-31T12:00:05Z
          1769860805123                    | 2026-01-31T12:00:05.123Z
          """)
  void aMomentIsReadInEveryForm(String written, String moment) {
    assertThat(Timestamps.parse(written)).contains(Instant.parse(moment));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "5",
        "2026",
        "2026-13-01",
        "2026-02-30T00:00:00Z",
        "2026-01-31T25:00:00Z",
        "2026-01-31T12:61:00Z",
        "51234-05-06T07:08:09.000Z",
        "2026-01-31T12:00:05+99:00",
        "31.01.2026",
        "2026-01-31T24:01:00Z",
        "99999999999999999999"
      })
  void whatIsNoMomentIsNone(String written) {
    assertThat(Timestamps.parse(written)).isEmpty();
  }

  @Test
  void anEventIsWhenItBegins() {
    var event =
        TestDocuments.activity(
            "{'type': 'Event', 'id': 'https://x.example/e', 'attributedTo': 'github:ann',"
                + " 'name': 'Frogs', 'startTime': '2026-06-01T18:00:00+02:00'}");

    assertThat(event.getAt()).isEqualTo(Instant.parse("2026-06-01T16:00:00Z"));
    assertThat(event.getRevision()).isZero();
  }

  @Test
  void whatIsUpdatedWhenPublishedWasNeverEdited() {
    var note =
        TestDocuments.activity(
            "{'type': 'Note', 'id': 'https://x.example/n', 'attributedTo': 'github:ann',"
                + " 'published': '2026-01-31T12:00:05Z', 'updated': '2026-01-31T13:00:05+01:00'}");

    assertThat(note.getRevision()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9999-12-31T23:59:59Z",
        "2099-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "1970-01-01T00:00:00Z",
        "0001-01-01T00:00:00Z"
      })
  void aTimeThatCannotBeTrueIsReplacedByTheNextOne(String impossible) {
    var note =
        TestDocuments.activity(
            "{'type': 'Create', 'actor': 'github:ann', 'published': '2026-01-31T12:00:05Z',"
                + " 'object': {'type': 'Note', 'id': 'https://x.example/n', 'published': '"
                + impossible
                + "'}}");
    var person =
        TestDocuments.profile(
            "{'type': 'Person', 'id': 'github:ann', 'published': '" + impossible + "'}");

    assertThat(note.getAt()).isEqualTo(Instant.parse("2026-01-31T12:00:05Z"));
    assertThat(person.getSeen()).isEqualTo(KnownProfiles.SEEN_UNKNOWN);
    assertThat(
            TestDocuments.arrived(
                    "{'type': 'Like', 'id': 'https://x.example/l', 'actor': 'github:ann', 'object':"
                        + " 'https://x.example/n', 'published': '"
                        + impossible
                        + "'}")
                .activities()
                .getFirst()
                .getAt())
        .isEqualTo(TestDocuments.ARRIVAL);
  }

  @Test
  void anEventMayBeInTheFuture() {
    var event =
        TestDocuments.activity(
            "{'type': 'Event', 'id': 'https://x.example/e', 'attributedTo': 'github:ann',"
                + " 'startTime': '2098-06-01T18:00:00Z'}");

    assertThat(event.getAt()).isEqualTo(Instant.parse("2098-06-01T18:00:00Z"));
  }
}
