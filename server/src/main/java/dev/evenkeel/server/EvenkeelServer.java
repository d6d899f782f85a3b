package dev.evenkeel.server;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the server. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EvenkeelServer {
  private static final int WRONG_USAGE = 2;

  public static void main(String[] args) {
    if (List.of(args).contains("--help")) {
      System.out.print(ServeOptions.USAGE);
      return;
    }
    try {
      SpringApplication.run(EvenkeelServer.class, ServeOptions.settings(System.getenv(), args));
    } catch (ServeOptions.Unknown e) {
      System.err.println("evenkeel: " + e.getMessage());
      System.err.print(ServeOptions.USAGE);
      System.exit(WRONG_USAGE);
    } catch (ServeOptions.Unfit e) {
      System.err.println("evenkeel: " + e.getMessage());
      System.exit(WRONG_USAGE);
    }
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
