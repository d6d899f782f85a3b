package dev.evenkeel.demo.fleet;

import java.net.URI;
import java.nio.file.Path;

/**
 * One instance of Tomcat.
 *
 * @param base its CATALINA_BASE
 */
public record Node(String name, int port, Path base) {

  /** Where it answers, without a slash at the end. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }
}
