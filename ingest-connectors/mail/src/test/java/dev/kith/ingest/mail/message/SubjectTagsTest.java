package dev.kith.ingest.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectTagsTest {
  @Test
  void tagsAtTheHeadAreTopics() {
    assertThat(SubjectTags.topics("[Twisted-Python] Hello")).containsExactly("twisted-python");
    assertThat(SubjectTags.topics("Re: [Dev] AW: [Kith] Hello [x]")).containsExactly("dev", "kith");
    assertThat(SubjectTags.topics("Re[2]: [Dev] Hello")).containsExactly("dev");
  }

  @Test
  void commonTagsAreNoTopics() {
    assertThat(SubjectTags.topics("[PATCH net-next v2 3/5] x")).containsExactly("net-next");
    assertThat(SubjectTags.topics("[PATCH] x")).isEqualTo(List.of());
    assertThat(SubjectTags.topics("[SPAM] [EXTERNAL] x")).isEmpty();
    assertThat(SubjectTags.topics("no tag [here]")).isEmpty();
  }
}
