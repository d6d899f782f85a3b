package dev.evenkeel.server.web;

import java.net.BindException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says that the server cannot listen where it should, and where it could instead. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BindFailed implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException taken) {
        return new FailureAnalysis(
            "Port %d is taken by another program.".formatted(taken.getPort()),
            "End that program, or give Evenkeel another port: --port N or EVENKEEL_PORT. Should it"
                + " be an Evenkeel that runs already: just open it.",
            failure);
      }
      if (cause instanceof BindException elsewhere) {
        return new FailureAnalysis(
            "Evenkeel cannot listen: %s.".formatted(elsewhere.getMessage()),
            "Name an address of this machine: --listen ADDRESS or EVENKEEL_LISTEN (0.0.0.0 is all of"
                + " them), and a port above 1023 unless you are root.",
            failure);
      }
    }
    return null;
  }
}
