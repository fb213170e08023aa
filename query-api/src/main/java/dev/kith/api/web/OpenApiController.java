package dev.kith.api.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The description of this API, for programs. */
@Hidden
@Controller("/openapi")
class OpenApiController {
  private static final String RESOURCE = "/META-INF/swagger/kith.yml";

  @Get(produces = "application/yaml")
  String description() {
    try (InputStream yaml = OpenApiController.class.getResourceAsStream(RESOURCE)) {
      if (yaml == null) {
        throw new IOException("missing resource " + RESOURCE);
      }
      return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
