package dev.evenkeel.server.database;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says why the server does not start and what to do, as two paragraphs. */
final class StartFailure implements FailureAnalysisReporter {
  private static final Logger log = LoggerFactory.getLogger(StartFailure.class);

  @Override
  public void report(FailureAnalysis analysis) {
    log.error(
        "Evenkeel cannot start.\n\n{}\n\n{}\n",
        analysis.getDescription(),
        Objects.requireNonNullElse(analysis.getAction(), ""));
    log.debug("The whole story", analysis.getCause());
  }
}
