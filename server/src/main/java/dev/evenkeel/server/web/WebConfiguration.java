package dev.evenkeel.server.web;

import dev.evenkeel.server.identity.CurrentActor;
import dev.evenkeel.server.identity.RightsCheck;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Checks rights before controllers, hands them the actor, and says after them what was saved. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
  private final CurrentActor currentActor;
  private final RightsCheck rights;
  private final WaitsAdvice waits;

  WebConfiguration(CurrentActor currentActor, RightsCheck rights, WaitsAdvice waits) {
    this.waits = waits;
    this.currentActor = currentActor;
    this.rights = rights;
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverterFactory(new EnumWords());
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(currentActor);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    // The filters before have asked for a role there; it is not a controller of ours.
    registry.addInterceptor(rights).excludePathPatterns("/openapi", "/openapi.yaml");
    registry.addInterceptor(new Saved());
    registry.addInterceptor(waits);
  }
}
