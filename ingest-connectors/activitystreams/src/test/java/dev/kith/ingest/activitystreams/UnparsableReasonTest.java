package dev.kith.ingest.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnparsableReasonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {                                                                     | JSON: expected a document in UTF-8, found something else at column 2
          {} {}                                                                 | JSON: expected a document in UTF-8, found something else at column 4
          42                                                                    | document: expected an object, found a number
          'hello'                                                               | document: expected an object, found other text
          []                                                                    | document: expected an object, found an empty list
          {}                                                                    | attributedTo: expected who made it, found nothing
          {'@context': 'http://schema.org', 'type': 'Person'}                   | @context: expected ActivityStreams 2.0, found another vocabulary
          {'type': 16}                                                          | type: expected the name of a type, found a number
          {'type': 'Link', 'href': 'https://x.example/'}                        | type: expected an activity, an object or an actor, found a mere link
          {'type': 'Collection', 'items': []}                                   | items: expected the items themselves, found none or where they are
          {'type': 'Person', 'name': 'Ann'}                                     | id: expected the address of an account, found nothing
          {'type': 'Note', 'attributedTo': 'github:a'}                          | published: expected a time, found nothing
          {'type': 'Note', 'attributedTo': 'github:a', 'published': 'May'}      | published: expected a time such as 2026-01-31T12:00:00Z, found other text
          {'type': 'Note', 'attributedTo': 'github:a', 'published': '9999-01-01T00:00:00Z'} | published: expected a time in the past since 1971, found another
          {'type': 'Note', 'attributedTo': 'github:a', 'published': 5}          | published: expected a time such as 2026-01-31T12:00:00Z, found a number
          {'type': 'Note', 'attributedTo': 'github:a', 'published': '2026-01-01', 'id': 4} | id: expected text, found a number
          {'type': 'Note', 'attributedTo': 'github:a', 'published': '2026-01-01', 'id': 'no uri'} | id: expected an absolute URI, found other text
          {'type': 'Like', 'object': 'urn:x:1', 'published': '2026-01-01'}      | actor: expected who did it, by the address of an account, found none
          {'type': 'Like', 'actor': 90, 'published': '2026-01-01'}              | actor: expected an address or an object, found a number
          {'type': 'Create', 'actor': 'github:a', 'published': '2026-01-01'}    | object: expected what was made, found nothing
          {'type': 'Delete', 'actor': 'github:a', 'published': '2026-01-01'}    | object: expected what is taken back, found nothing
          {'type': 'Undo', 'actor': 'github:a', 'object': {'type': 'Undo'}}     | object: expected what can be undone, found a removal
          """)
  void whatCannotBeReadHasAReason(String document, String reason) {
    assertThat(TestDocuments.reason(document)).isEqualTo(reason);
  }
}
