package dev.kith.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.clients.AvroSerdes;
import dev.kith.clients.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Set-up on real servers, where indexing and all others find what they need. */
class SetupIT {
  private IndexingEnvironment world;

  @BeforeEach
  void begin() {
    world = IndexingEnvironment.anew();
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void aSecondRunChangesNothing() throws Exception {
    String before = state();

    world.setup();

    assertThat(state()).isEqualTo(before);
  }

  private String state() throws Exception {
    var indices =
        world.client.indices().get(get -> get.index(world.elasticsearch.prefix() + "*")).indices();
    return indices.keySet() + " " + settings(world.topics().activities()).entries();
  }

  @Test
  void aTopicWithOtherSettingsIsSetRight() throws Exception {
    var topic = world.topics().profiles();
    try (var admin = Admin.create(world.kafka.client())) {
      var wrong = new ConfigEntry("cleanup.policy", "delete");
      admin
          .incrementalAlterConfigs(
              Map.of(resource(topic), List.of(new AlterConfigOp(wrong, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }

    world.setup();

    assertThat(settings(topic).get("cleanup.policy").value()).isEqualTo("compact");
  }

  @Test
  void everySubjectIsGuarded() throws Exception {
    try (var registry = AvroSerdes.client(world.kafka.registry(), Map.of())) {
      for (Topic<?, ?> topic : world.topics().all()) {
        assertThat(registry.getCompatibility(topic.valueSchema().getFullName()))
            .isEqualTo("BACKWARD_TRANSITIVE");
      }
    }
  }

  @Test
  void anIndexThatLacksAFieldGetsIt() throws Exception {
    var ties = world.indices().relationships();
    String name = ties.versioned(9);
    world.client.indices().delete(delete -> delete.index(ties.versioned(1)));
    world.client.indices().deleteIndexTemplate(delete -> delete.name(ties.alias()));
    world
        .client
        .indices()
        .create(
            create ->
                create
                    .index(name)
                    .aliases(ties.alias(), alias -> alias)
                    .mappings(m -> m.properties("id", p -> p.keyword(k -> k))));

    world.setup();

    var mapping = world.client.indices().getMapping(get -> get.index(name)).get(name);
    assertThat(mapping == null ? Map.of() : mapping.mappings().properties())
        .containsKeys("id", "ended", "buckets");
  }

  private Config settings(Topic<?, ?> topic) throws Exception {
    try (var admin = Admin.create(world.kafka.client())) {
      return admin.describeConfigs(List.of(resource(topic))).all().get().values().iterator().next();
    }
  }

  private static ConfigResource resource(Topic<?, ?> topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
  }
}
