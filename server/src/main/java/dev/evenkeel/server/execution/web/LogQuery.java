package dev.evenkeel.server.execution.web;

import java.util.Optional;

/**
 * Which lines of a log are wanted.
 *
 * @param before only lines with a smaller number
 * @param about only lines about steps whose key holds this
 */
public record LogQuery(Optional<Long> before, Optional<String> about) {
  String step() {
    return about.map(String::strip).orElse("");
  }
}
