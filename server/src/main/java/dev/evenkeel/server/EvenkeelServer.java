package dev.evenkeel.server;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the server. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EvenkeelServer {
  public static void main(String[] args) {
    SpringApplication.run(EvenkeelServer.class, args);
  }

  /** The only clock of the server; tests put their own in its place. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** The only source of chance; tests put a seeded one in its place. */
  @Bean
  RandomGenerator random() {
    return new SecureRandom();
  }
}
