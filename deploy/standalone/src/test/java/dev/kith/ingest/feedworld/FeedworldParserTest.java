package dev.kith.ingest.feedworld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FeedworldParserTest {
  private final FeedworldParser parser = new FeedworldParser("feedworld-ann");

  @Test
  void aPostIsDirectedAtItsReader() {
    var post = parser.post("17\t2026-03-04T05:06:07Z\tAnn\tbob\tFrogs are back");

    assertThat(post.getActor()).isEqualTo("feedworld:ann");
    assertThat(post.getTowards()).extracting("account").containsExactly("feedworld:bob");
    assertThat(post.getText()).isEqualTo("Frogs are back");
  }

  @Test
  void aPostWithoutTimeIsUnreadable() {
    assertThatThrownBy(() -> parser.post("18\tyesterday\tann\tbob\tHello"))
        .hasMessage("expected a time in the second field, found none");
  }
}
