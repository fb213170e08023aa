package dev.kith.api;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;

/** Starts the search API on its own. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Kith",
            version = "1",
            description =
                "A relationship search engine: who do we know, how well, who can introduce us?",
            license = @License(name = "Apache-2.0")))
public final class Application {
  private Application() {}

  /** The service's entry point. */
  public static void main(String[] args) {
    Micronaut.run(Application.class, args);
  }
}
