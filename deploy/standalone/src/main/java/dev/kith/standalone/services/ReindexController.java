package dev.kith.standalone.services;

import dev.kith.indexing.Rebuild;
import dev.kith.schemas.Index;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Makes indices anew when the launcher asks for it. */
@Controller("/standalone/indices")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReindexController {

  private final Rebuild rebuild;

  ReindexController(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  @Get
  List<String> indices() {
    return rebuild.indices().stream().map(Index::alias).toList();
  }

  /** Answers, when it is complete, with the number of records. */
  @Post("/{name}")
  HttpResponse<Long> reindex(String name) throws IOException, InterruptedException {
    Optional<Index> index =
        rebuild.indices().stream().filter(each -> each.alias().equals(name)).findFirst();
    return index.isPresent() ? HttpResponse.ok(rebuild.run(index.get())) : HttpResponse.notFound();
  }
}
