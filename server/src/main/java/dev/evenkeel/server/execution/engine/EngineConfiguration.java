package dev.evenkeel.server.execution.engine;

import java.util.function.LongSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the engine needs that is not its own. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  /** A clock that only ever goes forward, in nanoseconds; its zero means nothing. */
  @Bean
  LongSupplier nanos() {
    return System::nanoTime;
  }
}
