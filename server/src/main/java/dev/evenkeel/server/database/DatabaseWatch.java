package dev.evenkeel.server.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;

/**
 * Says once that the database is away and once that it is back. Without it every part that asks in
 * vain writes its own page of stack trace, several a second.
 */
@Component
final class DatabaseWatch extends TurboFilter implements AutoCloseable {
  private static final org.slf4j.Logger log = LoggerFactory.getLogger(DatabaseWatch.class);
  private static final List<String> ABSENT = List.of("08", "57P", "53");
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final DataSource database;
  private final AtomicBoolean away = new AtomicBoolean();
  private volatile boolean closed;

  DatabaseWatch(DataSource database) {
    this.database = database;
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.addTurboFilter(this);
    }
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] parameters,
      @Nullable Throwable failure) {
    var thrown = failure == null ? last(parameters) : failure;
    if (thrown == null || closed || !speaksOfAnAbsentDatabase(thrown)) {
      return FilterReply.NEUTRAL;
    }
    if (away.compareAndSet(false, true)) {
      log.warn("The database cannot be used, all waits until it can: {}", cause(thrown));
      Thread.ofVirtual().name("database watch").start(this::sayWhenItIsBack);
    }
    return FilterReply.DENY;
  }

  private void sayWhenItIsBack() {
    while (!closed && !answers()) {
      try {
        Thread.sleep(BETWEEN_LOOKS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    away.set(false);
    if (!closed) {
      log.warn("The database can be used again");
    }
  }

  private boolean answers() {
    try (var connection = database.getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * PostgreSQL's classes 08 (connection), 57P (shutting down, starting) and 53 (no room on its
   * disk, no connection left), and a pool that has no connection to give because of those.
   */
  static boolean speaksOfAnAbsentDatabase(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException failure
          && failure.getSQLState() != null
          && ABSENT.stream().anyMatch(failure.getSQLState()::startsWith)) {
        return true;
      }
    }
    return false;
  }

  /** The driver's words; what is below them often has none. */
  private static String cause(Throwable thrown) {
    var words = String.valueOf(thrown.getMessage());
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException && cause.getMessage() != null) {
        words = cause.getMessage();
      }
    }
    return words.strip();
  }

  private static @Nullable Throwable last(Object @Nullable [] parameters) {
    return parameters != null
            && parameters.length > 0
            && parameters[parameters.length - 1] instanceof Throwable thrown
        ? thrown
        : null;
  }

  /** The pool closes after this; what then fails is no outage. */
  @Override
  public void close() {
    closed = true;
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getTurboFilterList().remove(this);
    }
  }
}
