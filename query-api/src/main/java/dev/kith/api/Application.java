package dev.kith.api;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;

/** Runs the search API in a process of its own. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Kith",
            version = "1",
            description =
                "A relationship search engine: who do we know, how well, who can introduce us?",
            license =
                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
    servers = @Server(url = "/", description = "the service that gives this description"),
    security = @SecurityRequirement(name = "token"))
@SecurityScheme(
    name = "token",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "kith.api.token; without one, only this machine is answered")
public final class Application {
  private Application() {}

  /** The service's entry point. */
  public static void main(String[] args) {
    Micronaut.run(Application.class, args);
  }
}
