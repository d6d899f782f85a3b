package dev.evenkeel.server.execution.web;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runbooks that read as real ones do. */
public final class SampleRunbooks {
  private SampleRunbooks() {}

  public static String rolling(int targets) {
    return rolling(targets, "Tomcat 10 to 11 on %d nodes".formatted(targets), "");
  }

  /**
   * @param more further steps on every target
   */
  public static String rolling(int targets, String title, String more) {
    return """
    apiVersion: evenkeel/v1
    kind: Runbook
    name: tomcat-rolling
    title: %s
    inputs:
      to: {type: string, default: 11.0.2, description: the release to go to}
    targets:
    %s
    version:
      from: 10.1.30
      to: ${inputs.to}
      observe: {exec: {command: [ctl, version, "${target.name}"]}}
    rollout:
      waves: [5%%, 25%%, 50%%, 100%%]
      soak: 1m
      maxUnavailable: %d
    checks:
      before:
        - {id: nodes-answer, title: All nodes answer, run: {http: {url: "http://127.0.0.1:1/"}}, timeout: 20s}
    steps:
      target:
        - id: drain
          title: Send it no more users
          run: {exec: {command: [ctl, drain, "${target.name}"]}}
          observe: {exec: {command: [ctl, drained, "${target.name}"]}}
          revert: {exec: {command: [ctl, undrain, "${target.name}"]}}
          timeout: 30s
        - id: switch
          title: Switch it to the new release
          run: {exec: {command: [ctl, switch, "${target.name}", "${inputs.to}"]}}
          observe: {exec: {command: [ctl, is, "${target.name}", "${inputs.to}"]}}
          revert: {exec: {command: [ctl, switch, "${target.name}", "10.1.30"]}}
          timeout: 2m
    %s
      wave:
        - id: share
          title: Give the upgraded nodes their share
          run: {exec: {command: [ctl, share, "${wave.traffic}"]}}
          revert: {exec: {command: [ctl, share, "0"]}}
          repeatable: true
          timeout: 30s
    sources:
      page: {probe: {url: "http://127.0.0.1:${target.port}/", times: 5}}
    watch:
      every: 2s
      baseline: 20s
      rules:
        - {name: errors, source: page, metric: errorRate, warning: {aboveBaseline: 0.5%%}, breach: {aboveBaseline: 1%%}}
        - {name: median, source: page, metric: latency, quantile: 0.5, breach: {aboveBaseline: 100ms}}
        - {name: alive, source: page, metric: failing, breach: {failingFor: 5s}}
    limits: {duration: 1h, wayBack: 10m}
    """
        .formatted(
            title,
            IntStream.rangeClosed(1, targets)
                .mapToObj(n -> "  - {name: n%d, facts: {port: \"%d\"}}".formatted(n, 9000 + n))
                .collect(Collectors.joining("\n")),
            Math.max(1, targets / 10),
            more);
  }

  /** A step that asks a person. */
  static final String MANUAL =
      """
      - id: sign-off
        title: See that the page looks right
        run: {manual: {ask: "Open the shop on ${target.name} and buy something.", evidence: number of the order}}
        timeout: 1h
      """
          .indent(4);

  /** A step behind which there is no way back. */
  static final String NO_RETURN =
      """
      - id: migrate
        title: Migrate its data
        class: point-of-no-return
        run: {exec: {command: [ctl, migrate, "${target.name}"]}}
        observe: {exec: {command: [ctl, migrated, "${target.name}"]}}
        timeout: 5m
      """
          .indent(4);
}
