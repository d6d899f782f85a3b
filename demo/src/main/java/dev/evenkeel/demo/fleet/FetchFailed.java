package dev.evenkeel.demo.fleet;

import java.io.IOException;

/** A Tomcat could not be fetched; the message says why and what to do. */
public final class FetchFailed extends IOException {
  FetchFailed(String message) {
    super(message);
  }
}
