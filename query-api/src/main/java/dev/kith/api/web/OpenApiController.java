package dev.kith.api.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;

/** The description of this API, for programs. */
@Hidden
@Controller("/openapi")
class OpenApiController {
  private final OpenApiDocument description;

  OpenApiController(OpenApiDocument description) {
    this.description = description;
  }

  @Get(produces = "application/yaml")
  String description() {
    return description.text();
  }
}
