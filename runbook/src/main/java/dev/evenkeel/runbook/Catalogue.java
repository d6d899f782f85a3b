package dev.evenkeel.runbook;

import dev.evenkeel.runbook.words.CommandSource;
import dev.evenkeel.runbook.words.ConsumerSource;
import dev.evenkeel.runbook.words.Exec;
import dev.evenkeel.runbook.words.Haproxy;
import dev.evenkeel.runbook.words.HaproxySource;
import dev.evenkeel.runbook.words.Http;
import dev.evenkeel.runbook.words.JourneysSource;
import dev.evenkeel.runbook.words.LogSource;
import dev.evenkeel.runbook.words.Manual;
import dev.evenkeel.runbook.words.Notify;
import dev.evenkeel.runbook.words.ProbeSource;
import dev.evenkeel.runbook.words.PrometheusSource;
import dev.evenkeel.runbook.words.ScrapeSource;
import dev.evenkeel.runbook.words.Sql;
import dev.evenkeel.runbook.words.Wait;
import java.util.Map;

/** The actions and sources there are, by the name a runbook uses. */
public final class Catalogue {
  private Catalogue() {}

  /** Actions by name. Names are stored in runbooks, so they never change. */
  public static final Map<String, Class<? extends Record>> ACTIONS =
      Map.of(
          "exec", Exec.class,
          "http", Http.class,
          "sql", Sql.class,
          "haproxy", Haproxy.class,
          "wait", Wait.class,
          "manual", Manual.class,
          "notify", Notify.class);

  /** Metric sources by name. */
  public static final Map<String, Class<? extends Record>> SOURCES =
      Map.of(
          "prometheus", PrometheusSource.class,
          "scrape", ScrapeSource.class,
          "haproxy", HaproxySource.class,
          "probe", ProbeSource.class,
          "command", CommandSource.class,
          "log", LogSource.class,
          "journeys", JourneysSource.class,
          "consumer", ConsumerSource.class);
}
