package dev.evenkeel.server.schedule.web.chart;

/** What the rows of a chart are put together by. */
public enum Grouping {
  TEAM,
  SYSTEM,
  /** Systems that stand in for each other. */
  SERVICE
}
