package dev.evenkeel.server.execution.engine;

/** A runbook that changes two things of the test's {@code World}, one after the other. */
final class TwoThings {
  private static final String RUNBOOK =
      """
      apiVersion: evenkeel/v1
      kind: Runbook
      name: two
      title: Two things
      targets: [{name: n1}, {name: n2}]
      version:
        to: "2"
        observe: {exec: {command: [look, "${target.name}"]}}
      rollout: {waves: [{targets: 50%, soak: SOAK}, {targets: 100%, soak: 1s}]}
      steps:
        target:
          - id: change
            timeout: TIMEOUT
            run: {exec: {command: [do, "${target.name}"], env: {PASSWORD: "${secrets.db}"}}}
            observe: {exec: {command: [is, "${target.name}"]}}
            revert: {exec: {command: [undo, "${target.name}"]}}
      """;

  private TwoThings() {}

  static String runbook() {
    return with("1s", "5s").replaceAll("(?s)version:.*?rollout", "rollout");
  }

  static String statingVersions() {
    return with("1s", "5s");
  }

  /** Its first wave soaks as long, and a change may take two hours. */
  static String soaking(String soak) {
    return with(soak, "2h").replaceAll("(?s)version:.*?rollout", "rollout");
  }

  /**
   * @param address of the page that is to answer; {@code ${target.name}} is added
   */
  static String watched(String runbook, String address) {
    return runbook
        + """
        sources: {page: {probe: {url: "%s/${target.name}"}}}
        watch:
          every: 1s
          baseline: 1s
          rules: [{name: alive, source: page, metric: failing, breach: {failingFor: 5s}}]
        """
            .formatted(address);
  }

  private static String with(String soak, String timeout) {
    return RUNBOOK.replace("SOAK", soak).replace("TIMEOUT", timeout);
  }
}
