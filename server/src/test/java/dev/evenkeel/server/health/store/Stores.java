package dev.evenkeel.server.health.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores, for tests elsewhere in the module. */
public final class Stores {
  private Stores() {}

  public static ReadingStore readings(JdbcClient jdbc) {
    return new ReadingStore(jdbc);
  }

  public static PastStore past(JdbcClient jdbc) {
    return new PastStore(jdbc);
  }

  public static TrialStore trials(JdbcClient jdbc) {
    return new TrialStore(jdbc);
  }

  public static WatchStore watches(JdbcClient jdbc) {
    return new WatchStore(jdbc);
  }

  public static TailStore tails(JdbcClient jdbc) {
    return new TailStore(jdbc);
  }

  public static Pseudonyms pseudonyms(JdbcClient jdbc) {
    return new Pseudonyms(jdbc);
  }
}
