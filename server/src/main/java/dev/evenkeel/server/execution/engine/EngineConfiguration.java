package dev.evenkeel.server.execution.engine;

import java.security.SecureRandom;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the engine needs that is not its own. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  /** Ids of runs are not to be guessed. */
  @Bean
  RandomGenerator random() {
    return new SecureRandom();
  }

  /** A clock that only ever goes forward, in nanoseconds; its zero means nothing. */
  @Bean
  LongSupplier nanos() {
    return System::nanoTime;
  }
}
