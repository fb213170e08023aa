package dev.kith.setup;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import dev.kith.clients.ElasticsearchSettings;
import dev.kith.schemas.Index;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the index templates, and creates the first index and its alias where there is none. */
final class IndexSetup {
  private static final Logger LOG = LoggerFactory.getLogger(IndexSetup.class);
  private static final int TOO_MANY = 429;
  private static final int FAULT = 500;

  private final ElasticsearchSettings settings;
  private final IndexTemplates templates;
  private final RetryPolicy retryPolicy;

  IndexSetup(ElasticsearchSettings settings, IndexTemplates templates, RetryPolicy retryPolicy) {
    this.settings = settings;
    this.templates = templates;
    this.retryPolicy = retryPolicy;
  }

  void run() {
    try (var client = settings.connect()) {
      List<String> created = new ArrayList<>();
      for (Index index : settings.indices().all()) {
        ask(() -> client.indices().putIndexTemplate(templates.template(index)).acknowledged());
        Set<String> living = ask(() -> behind(client, index));
        if (living.isEmpty()) {
          ask(() -> create(client, index));
          created.add(index.versioned(1));
        }
        for (String name : living) {
          align(client, index, name);
        }
      }
      LOG.info("{} indices: created {}", settings.indices().all().size(), created);
    } catch (IOException e) {
      throw new SetupException("the Elasticsearch client could not be closed", e);
    }
  }

  private static Set<String> behind(ElasticsearchClient client, Index index) throws IOException {
    if (!client.indices().existsAlias(request -> request.name(index.alias())).value()) {
      return Set.of();
    }
    return client.indices().getAlias(request -> request.name(index.alias())).aliases().keySet();
  }

  private static boolean create(ElasticsearchClient client, Index index) throws IOException {
    try {
      return client
          .indices()
          .create(
              request -> request.index(index.versioned(1)).aliases(index.alias(), alias -> alias))
          .acknowledged();
    } catch (ElasticsearchException e) {
      if (isThere(e)) { // another set-up was faster
        return true;
      }
      throw e;
    }
  }

  private static boolean isThere(ElasticsearchException e) {
    return "resource_already_exists_exception".equals(e.error().type());
  }

  /** New fields and changed sizes reach an index that is in use; new analyzers need a rebuild. */
  private void align(ElasticsearchClient client, Index index, String name) {
    var mapping = templates.mapping(index);
    try {
      ask(
          () ->
              client
                  .indices()
                  .putMapping(put -> put.index(name).properties(mapping.properties()))
                  .acknowledged());
    } catch (SetupException e) {
      LOG.warn("index {} keeps its old mapping until it is rebuilt: {}", name, e.getMessage());
    }
    ask(
        () ->
            client
                .indices()
                .putSettings(put -> put.index(name).settings(templates.changeable()))
                .acknowledged());
  }

  /** Waiting does not mend it. */
  private SetupException distrust(IOException e) {
    return new SetupException(
        "expected Elasticsearch at %s to prove who it is (kith.elasticsearch.ca-certificate), found: %s"
            .formatted(settings.url(), e.getMessage()),
        e);
  }

  private <T> T ask(RetryPolicy.Request<T> request) {
    return retryPolicy.retry(
        "Elasticsearch at " + settings.url(),
        () -> {
          try {
            return request.send();
          } catch (ElasticsearchException e) {
            if (e.status() == TOO_MANY || e.status() >= FAULT) {
              throw new IOException(e.getMessage(), e);
            }
            throw new SetupException("Elasticsearch refused: " + e.getMessage(), e);
          } catch (IOException e) {
            if (ElasticsearchSettings.isDistrust(e)) {
              throw distrust(e);
            }
            throw e;
          }
        });
  }
}
