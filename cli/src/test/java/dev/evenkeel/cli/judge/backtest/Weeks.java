package dev.evenkeel.cli.judge.backtest;

import dev.evenkeel.cli.judge.prometheus.Archive;
import dev.evenkeel.cli.judge.prometheus.Archive.Answer;
import dev.evenkeel.cli.judge.prometheus.Question;
import dev.evenkeel.cli.judge.prometheus.Series;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Four days of two targets, a value a minute. One request in a hundred fails; on the third day from
 * 02:00 on every fifth for ten minutes, and on the fourth from 05:10 on, which nobody marked, every
 * 25th for ten minutes.
 */
final class Weeks {
  static final Instant START = Instant.parse("2029-12-01T00:00:00Z");
  static final int MINUTES = 4 * 24 * 60;
  static final Instant INCIDENT = minute(50 * 60);

  static final String RUNBOOK =
      """
      apiVersion: evenkeel/v1
      kind: Runbook
      name: shop
      inputs:
        job: {type: string, default: shop}
      targets:
        - {name: n1, facts: {port: 8001}}
        - {name: n2, facts: {port: 8002}}
      rollout: {soak: 1m}
      steps:
        target:
          - id: switch
            run: {exec: {command: [./ctl, switch, "${target.name}"]}}
            observe: {exec: {command: [./ctl, is, "${target.name}"]}}
            revert: {exec: {command: [./ctl, back, "${target.name}"]}}
            timeout: 1m
      sources:
        page: {probe: {url: "http://127.0.0.1/"}}
        hidden: {prometheus: {url: "http://${secrets.user}@127.0.0.1:9", value: up}}
        web:
          prometheus:
            url: http://127.0.0.1:9
            requests: requests_total{job="${inputs.job}",port="${target.port}"}
            errors: errors_total{job="${inputs.job}",port="${target.port}"}
      watch:
        rules:
          - {name: alive, source: page, metric: failing, breach: {failingFor: 5s}}
          - {name: errors, source: web, metric: errorRate, window: 2m, breach: {aboveBaseline: 1%}}
          - {name: hidden, source: hidden, metric: value, breach: {below: 1}}
      """;

  private Weeks() {}

  static Instant minute(int minute) {
    return START.plusSeconds(60L * minute);
  }

  static Archive recorded() {
    return new Archive(
        START,
        minute(MINUTES),
        List.of(
            answer("n1", "requests", 8001),
            answer("n1", "errors", 8001),
            answer("n2", "requests", 8002),
            answer("n2", "errors", 8002)));
  }

  private static Answer answer(String target, String field, int port) {
    long[] millis = new long[MINUTES + 1];
    double[] values = new double[MINUTES + 1];
    double sum = 0;
    for (int minute = 0; minute <= MINUTES; minute++) {
      millis[minute] = minute(minute).toEpochMilli();
      values[minute] = sum;
      sum += field.equals("requests") ? 600 : failing(minute);
    }
    return new Answer(
        new Question(
            "web", target, field, "", "%s_total{job=\"shop\",port=\"%d\"}".formatted(field, port)),
        List.of(new Series(Map.of("instance", target), millis, values)));
  }

  private static double failing(int minute) {
    if (minute >= 50 * 60 && minute < 50 * 60 + 10) {
      return 120;
    }
    return minute >= 77 * 60 + 10 && minute < 77 * 60 + 20 ? 24 : 6;
  }
}
