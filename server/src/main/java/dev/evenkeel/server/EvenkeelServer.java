package dev.evenkeel.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class EvenkeelServer {
  public static void main(String[] args) {
    SpringApplication.run(EvenkeelServer.class, args);
  }
}
