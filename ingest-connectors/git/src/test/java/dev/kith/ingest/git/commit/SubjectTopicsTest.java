package dev.kith.ingest.git.commit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectTopicsTest {
  @Test
  void aPrefixIsATopicAndSoIsEveryPathAboveIt() {
    assertThat(SubjectTopics.topics("net/mlx5: fix")).containsExactly("net/mlx5", "net");
    assertThat(SubjectTopics.topics("gopls/internal/golang: align"))
        .containsExactly("gopls/internal/golang", "gopls/internal", "gopls");
  }

  @Test
  void severalPrefixesAreSeveralTopics() {
    assertThat(SubjectTopics.topics("doc, net/ena: update"))
        .containsExactly("doc", "net/ena", "net");
    assertThat(SubjectTopics.topics("drivers: net: mlx5: fix"))
        .containsExactly("drivers", "net", "mlx5");
  }

  @Test
  void tagsInBracketsAndCaseDoNotMatter() {
    assertThat(SubjectTopics.topics("[FIX][17.0] Website: x")).containsExactly("website");
    assertThat(SubjectTopics.topics("Matrix.c: x")).containsExactly("matrix.c");
  }

  @Test
  void theScopeOfAConventionalCommitIsTheTopic() {
    assertThat(SubjectTopics.topics("feat(parser)!: x")).containsExactly("parser");
    assertThat(SubjectTopics.topics("fix: x")).isEmpty();
  }

  @Test
  void whatIsNoPrefixIsNoTopic() {
    assertThat(SubjectTopics.topics("Merge branch 'x': y")).isEmpty();
    assertThat(SubjectTopics.topics("see https://example.org")).isEmpty();
    assertThat(SubjectTopics.topics("gh-1234: x")).isEmpty();
    assertThat(SubjectTopics.topics("KAFKA-1234: x")).isEmpty();
    assertThat(SubjectTopics.topics("Foo::bar is gone")).isEmpty();
    assertThat(SubjectTopics.topics("")).isEmpty();
  }
}
