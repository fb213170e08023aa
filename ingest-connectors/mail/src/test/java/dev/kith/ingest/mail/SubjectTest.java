package dev.kith.ingest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectTest {
  @Test
  void tagsAtTheHeadAreTopics() {
    assertThat(Subject.topics("[Twisted-Python] Hello")).containsExactly("twisted-python");
    assertThat(Subject.topics("Re: [Dev] AW: [Kith] Hello [x]")).containsExactly("dev", "kith");
    assertThat(Subject.topics("Re[2]: [Dev] Hello")).containsExactly("dev");
  }

  @Test
  void whatEveryTagSaysIsNoTopic() {
    assertThat(Subject.topics("[PATCH net-next v2 3/5] x")).containsExactly("net-next");
    assertThat(Subject.topics("[PATCH] x")).isEqualTo(List.of());
    assertThat(Subject.topics("[SPAM] [EXTERNAL] x")).isEmpty();
    assertThat(Subject.topics("no tag [here]")).isEmpty();
  }
}
