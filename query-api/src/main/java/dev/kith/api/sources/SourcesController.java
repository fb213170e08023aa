package dev.kith.api.sources;

import dev.kith.api.error.ErrorResponses;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.error.NotFound;
import dev.kith.api.request.RequestBodyReader;
import dev.kith.api.sources.SourceConfiguration.SourceChange;
import dev.kith.schemas.CursorRecord;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The sources: their states, and which are read. */
@Controller("/api/sources")
@ExecuteOn(TaskExecutors.BLOCKING)
@ErrorResponses
@Tag(name = "sources")
class SourcesController {
  private final SourceStates states;
  private final Optional<SourceConfiguration> configuration;
  private final RequestBodyReader bodies;

  SourcesController(
      SourceStates states, Optional<SourceConfiguration> configuration, RequestBodyReader bodies) {
    this.states = states;
    this.configuration = configuration;
    this.bodies = bodies;
  }

  /** All sources: their state, how many activities were read, and how many items are left. */
  @Get
  SourcesView sources() {
    return new SourcesView(List.copyOf(byName().values()));
  }

  /** One source. */
  @Get("/{name}")
  SourceView source(String name) {
    return Optional.ofNullable(byName().get(name)).orElseThrow(() -> unknown(name));
  }

  private Map<String, SourceView> byName() {
    Map<String, SourceView> all = new TreeMap<>();
    for (CursorRecord cursor : states.all()) {
      SourceView view = SourceView.of(cursor);
      all.put(view.source(), configuration.isPresent() ? view.removed() : view);
    }
    configuration.map(SourceConfiguration::all).orElse(List.of()).stream()
        .map(source -> SourceView.of(source, Optional.ofNullable(all.get(source.name()))))
        .forEach(view -> all.put(view.source(), view));
    return all;
  }

  /** The networks of which a source can be added, with the settings of each. */
  @Get("/networks")
  NetworksView networks() {
    return new NetworksView(configuration().networks());
  }

  /**
   * Adds a source, which is read at once. A password or token is put into a file of its own. If a
   * login in the browser is needed, its address is in the response, and nothing is added before the
   * request is repeated with the code.
   */
  @Post
  @Status(HttpStatus.CREATED)
  AddedSource add(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = SourceRequest.class)))
          @Body
          String body) {
    SourceRequest request = bodies.read(body, SourceRequest.class);
    return refused(
        () ->
            configuration()
                .add(request.network(), request.name(), request.settings(), request.code()));
  }

  /**
   * Changes settings of a source, which is read at once. Settings that are not named stay as they
   * are, and an empty text removes one. If a setting is not accepted, nothing is changed.
   */
  @Patch("/{name}")
  @Status(HttpStatus.NO_CONTENT)
  void set(
      String name,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = SettingsRequest.class)))
          @Body
          String body) {
    SettingsRequest request = bodies.read(body, SettingsRequest.class);
    requireConfigured(name);
    refused(
        () -> {
          configuration().set(name, request.settings());
          return name;
        });
  }

  /** Stops reading a source until it is resumed; what was read stays. */
  @Post("/{name}/pause")
  @Status(HttpStatus.NO_CONTENT)
  void pause(String name) {
    change(name, SourceChange.PAUSE);
  }

  /** Reads a paused source again. */
  @Post("/{name}/resume")
  @Status(HttpStatus.NO_CONTENT)
  void resume(String name) {
    change(name, SourceChange.RESUME);
  }

  /** Reads a source at once, for example after its password was corrected. */
  @Post("/{name}/retry")
  @Status(HttpStatus.NO_CONTENT)
  void retry(String name) {
    change(name, SourceChange.RETRY);
  }

  /** Removes a source. What was read from it stays, unless it is to be forgotten. */
  @Delete("/{name}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(
      String name,
      @QueryValue
          @Parameter(required = false, schema = @Schema(type = "boolean", example = "false"))
          Optional<String> forget) {
    boolean isForgotten = forget.map(SourcesController::parseBoolean).orElse(false);
    if (!isForgotten || states.all().stream().noneMatch(each -> each.getSource().equals(name))) {
      requireConfigured(name);
    }
    refused(
        () -> {
          configuration().remove(name, isForgotten);
          return name;
        });
  }

  private static boolean parseBoolean(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw InvalidParameterException.expected("forget", "true or false", text);
    }
    return text.equals("true");
  }

  private void change(String name, SourceChange change) {
    requireConfigured(name);
    refused(
        () -> {
          configuration().change(name, change);
          return name;
        });
  }

  private static <T> T refused(Supplier<T> work) {
    try {
      return work.get();
    } catch (SourceRefusedException refused) {
      throw InvalidParameterException.because(
          refused.setting(), String.valueOf(refused.getMessage()));
    }
  }

  private void requireConfigured(String name) {
    if (configuration().all().stream().noneMatch(source -> source.name().equals(name))) {
      throw unknown(name);
    }
  }

  private static NotFound unknown(String name) {
    return new NotFound("no source has the name " + name);
  }

  private SourceConfiguration configuration() {
    return configuration.orElseThrow(
        () -> new NotFound("sources are settings of the service that reads them, not of this one"));
  }

  /**
   * All sources.
   *
   * @param sources by name
   */
  @Serdeable
  record SourcesView(List<SourceView> sources) {}

  /**
   * All networks.
   *
   * @param networks by name
   */
  @Serdeable
  record NetworksView(List<NetworkDescription> networks) {}
}
