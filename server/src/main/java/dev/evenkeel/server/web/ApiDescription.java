package dev.evenkeel.server.web;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.identity.SignedIn;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Rights;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.OptionalDouble;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What /openapi says beside the endpoints themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  static {
    // They come from the request's token, not from a parameter.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Rights.class, SignedIn.class);
    SpringDocUtils.getConfig().replaceWithClass(OptionalDouble.class, Double.class);
    SpringDocUtils.getConfig().replaceWithClass(RunId.class, String.class);
  }

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Evenkeel")
                .version("v1")
                .description(
                    "Runs of runbooks, and the secrets, tokens and people around them. What is"
                        + " refused is answered as a problem document (RFC 9457)."))
        .components(
            new Components()
                .addSecuritySchemes(
                    "token",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A token made under Settings: ek_…")))
        .addSecurityItem(new SecurityRequirement().addList("token"));
  }
}
