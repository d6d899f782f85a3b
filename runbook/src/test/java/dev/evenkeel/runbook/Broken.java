package dev.evenkeel.runbook;

import java.util.List;

/**
 * A good runbook with one thing broken.
 *
 * @param rule the rule this breaks
 * @param text what stands in the good runbook; empty stands for its end
 * @param replacement what stands there instead
 */
record Broken(Rule rule, String text, String replacement) {
  static final String GOOD =
      """
      apiVersion: evenkeel/v1
      kind: Runbook
      name: example
      inputs:
        to: {default: 11.0.2}
      targets:
        - {name: n1, group: pilot, facts: {port: 1, role: primary}}
        - {name: n2, group: rest, facts: {port: 2, role: replica}}
        - {name: n3, group: rest, facts: {port: 3}}
      rollout:
        waves: [5%, 100%]
        soak: 1m
        maxUnavailable: 1
        orderBy: port
      checks:
        before:
          - id: ready
            run: {http: {url: "http://127.0.0.1:1/"}}
      steps:
        target:
          - id: switch
            run: {exec: {command: [./ctl, switch, "${target.name}", "${inputs.to}"]}}
            observe: {exec: {command: [./ctl, is, "${target.name}"]}}
            revert: {exec: {command: [./ctl, back, "${target.name}"]}}
            timeout: 1m
          - id: migrate
            run: {sql: {url: "jdbc:postgresql://db/app", statements: ["select f(:a)"], parameters: {a: "${target.port}"}}}
            repeatable: true
            revert: {sql: {url: "jdbc:postgresql://db/app", statements: [select g()]}}
            timeout: 1m
            when: ${inputs.to} == 11.0.2
      sources:
        page: {probe: {url: "http://127.0.0.1:${target.port}/"}}
      watch:
        rules:
          - name: slow
            source: page
            metric: latency
            warning: {aboveBaseline: 50ms}
            breach: {aboveBaseline: 100ms}
      limits:
        duration: 1h
        wayBack: 10m
      """;

  String runbook() {
    if (text.isEmpty()) {
      return GOOD + replacement;
    }
    if (!GOOD.contains(text)) {
      throw new IllegalStateException("the good runbook has no " + text);
    }
    return GOOD.replace(text, replacement);
  }

  private static Broken of(Rule rule, String text, String replacement) {
    return new Broken(rule, text, replacement);
  }

  private static Broken end(Rule rule, String appended) {
    return new Broken(rule, "", appended);
  }

  /** Two things changed, of which only both together break the rule. */
  private static Broken of(
      Rule rule, String text, String replacement, String further, String instead) {
    int from = GOOD.indexOf(text);
    int to = GOOD.indexOf(further);
    String all =
        GOOD.substring(Math.min(from, to), Math.max(from + text.length(), to + further.length()));
    return new Broken(rule, all, all.replace(text, replacement).replace(further, instead));
  }

  private static Broken compare(Rule rule, String comparison) {
    return of(rule, "watch:", "watch:\n  compare: {" + comparison + "}");
  }

  private static final String COMMAND = "[./ctl, is, \"${target.name}\"]";
  private static final String SOURCE = "{probe: {url: \"http://127.0.0.1:${target.port}/\"}}";
  private static final String THRESHOLDS =
      "      warning: {aboveBaseline: 50ms}\n      breach: {aboveBaseline: 100ms}\n";

  static final List<Broken> ALL =
      List.of(
          end(Rule.TOO_LARGE, "description: " + "[".repeat(100) + "]".repeat(100)),
          of(Rule.BAD_CHARACTER, "name: example", "name: exa\u0007mple"),
          of(Rule.YAML_SYNTAX, "  soak: 1m", "\tsoak: 1m"),
          of(Rule.YAML_SYNTAX, "\"${target.name}\", \"${inputs.to}\"]", "${target.name}]"),
          of(Rule.YAML_SYNTAX, "name: example", "name: *example"),
          end(Rule.ONE_DOCUMENT, "---\nkind: Runbook\n"),
          of(Rule.YAML_KEY, "name: example", "name: example\n? [a, b]\n: c"),
          of(Rule.YAML_TAG, "name: example", "name: !env example"),
          of(Rule.DUPLICATE_KEY, "  soak: 1m", "  soak: 1m\n  soak: 2m"),
          of(Rule.UNKNOWN_KEY, "maxUnavailable: 1", "maxUnavailabel: 1"),
          of(Rule.UNKNOWN_KEY, "  soak: 1m", "  <<: {soak: 1m}"),
          of(Rule.UNKNOWN_KEY, "kind: Runbook", "kind: Runbook\nowner: me"),
          of(Rule.MISSING_KEY, "name: example\n", ""),
          of(Rule.NO_VALUE, "duration: 1h", "duration:"),
          of(Rule.KEY_COMBINATION, COMMAND, COMMAND + ", script: x"),
          of(Rule.KEY_COMBINATION, "{exec: {command: " + COMMAND + "}}", "{}"),
          of(Rule.KEY_COMBINATION, "5%,", "{groups: [pilot], targets: 5%},"),
          of(
              Rule.KEY_COMBINATION,
              "repeatable: true",
              "observe: {wait: {sql: {url: \"jdbc:x\", statements: [s]}}}"),
          of(Rule.WRONG_TYPE, COMMAND, "./ctl is n1"),
          of(Rule.WRONG_TYPE, "maxUnavailable: 1", "maxUnavailable: 1.5"),
          of(Rule.BAD_DURATION, "soak: 1m", "soak: 60"),
          of(Rule.BAD_DURATION, "soak: 1m", "soak: 1h30m"),
          of(Rule.BAD_SHARE, "[5%, 100%]", "[5, 100%]"),
          of(Rule.BAD_NAME, "id: switch", "id: Switch it"),
          of(Rule.BAD_NAME, "inputs:", "systems: [The Shop]\ninputs:"),
          of(Rule.BAD_NAME, "facts: {port: 1,", "facts: {port: 1, a.b: 2,"),
          of(Rule.UNKNOWN_WORD, "metric: latency", "metric: latencey"),
          of(Rule.UNKNOWN_WORD, "evenkeel/v1", "evenkeel/v2"),
          of(Rule.OUT_OF_RANGE, "[5%, 100%]", "[5%, 200%]"),
          of(Rule.UNKNOWN_ACTION, "{exec: {command: " + COMMAND, "{exce: {command: " + COMMAND),
          of(Rule.UNKNOWN_ACTION, "{exec: {command: " + COMMAND, "{ansible: {command: " + COMMAND),
          of(Rule.UNKNOWN_SOURCE_KIND, SOURCE, "{jmx: {}}"),
          of(Rule.BAD_ADDRESS, "\"http://127.0.0.1:1/\"", "127.0.0.1:1"),
          of(Rule.NAME_NOT_HERE, "soak: 1m", "soak: ${inputs.to}"),
          of(Rule.BAD_NAME_SYNTAX, COMMAND, "[./ctl, \"${HOME:-x}\"]"),
          of(Rule.BAD_CONDITION, "${inputs.to} == 11.0.2", "${inputs.to} = 11.0.2"),
          of(Rule.UNKNOWN_NAME, COMMAND, "[./ctl, \"${inputs.too}\"]"),
          of(Rule.UNKNOWN_NAME, COMMAND, "[./ctl, \"${target.role}\"]"),
          of(Rule.UNKNOWN_NAME, COMMAND, "[./ctl, \"${target.zone}\"]"),
          of(Rule.UNKNOWN_NAME, COMMAND, "[./ctl, \"${env.HOME}\"]"),
          of(Rule.UNKNOWN_NAME, COMMAND, "[./ctl, \"${steps.nothing.stdout}\"]"),
          of(Rule.UNKNOWN_NAME, COMMAND, "[./ctl, \"${steps.ready}\"]"),
          of(Rule.UNKNOWN_NAME, COMMAND, "[./ctl, \"${wave.size}\"]"),
          of(Rule.UNKNOWN_NAME, "\"http://127.0.0.1:1/\"", "\"http://${target.name}/\""),
          of(Rule.UNKNOWN_NAME, "\"http://127.0.0.1:1/\"", "\"http://x/${wave.share}\""),
          of(Rule.UNKNOWN_NAME, "when: ${inputs.to}", "when: ${secrets.key}"),
          of(Rule.LATER_STEP, COMMAND, "[./ctl, \"${steps.migrate.stdout}\"]"),
          of(Rule.DUPLICATE_NAME, "id: migrate", "id: ready"),
          of(Rule.DUPLICATE_NAME, "name: n3", "name: n1"),
          of(Rule.RESERVED_NAME, "id: migrate", "id: version"),
          of(Rule.BAD_INPUT, "{default: 11.0.2}", "{type: integer, default: 11.0.2}"),
          of(Rule.BAD_INPUT, "{default: 11.0.2}", "{default: 11.0.2, allowed: [10.1.30]}"),
          of(Rule.WAVES, "[5%, 100%]", "[50%]"),
          of(Rule.WAVES, "[5%, 100%]", "[50%, 25%, 100%]"),
          of(Rule.WAVES, "[5%, 100%]", "[50%, 50%, 100%]"),
          of(Rule.WAVES, "[5%, 100%]", "[{groups: [pilot]}]"),
          of(Rule.WAVES, "[5%, 100%]", "[{targets: 100%, traffic: 50%}]"),
          of(Rule.UNKNOWN_GROUP, "5%,", "{groups: [pilots]},"),
          of(Rule.UNKNOWN_FACT, "orderBy: port", "orderBy: role"),
          of(Rule.BLIND_RETRY, "repeatable: true", "retries: 2"),
          of(Rule.CANNOT_OBSERVE, "{exec: {command: " + COMMAND + "}}", "{manual: {ask: done?}}"),
          of(Rule.CANNOT_OBSERVE, "{exec: {command: " + COMMAND + "}}", "{wait: {time: 1s}}"),
          of(
              Rule.CANNOT_OBSERVE,
              "repeatable: true",
              "observe: {sql: {url: \"jdbc:x\", statements: [s]}}"),
          of(
              Rule.REVERT_PAST_RETURN,
              "repeatable: true",
              "repeatable: true\n      class: point-of-no-return"),
          of(Rule.EACH_OUTSIDE_WAVE, "repeatable: true", "repeatable: true\n      each: upgraded"),
          of(Rule.UNKNOWN_SOURCE, "source: page", "source: pages"),
          of(
              Rule.METRIC_FIT,
              "metric: latency\n" + THRESHOLDS,
              "metric: value\n      breach: {above: 5}\n"),
          of(Rule.METRIC_FIT, SOURCE, "{prometheus: {url: \"http://p\", value: up}}"),
          of(
              Rule.METRIC_FIT,
              "metric: latency\n" + THRESHOLDS,
              "metric: errorRate\n      quantile: 0.5\n      breach: {above: 5%}\n"),
          of(Rule.NO_THRESHOLD, THRESHOLDS, ""),
          of(Rule.THRESHOLD_FIT, "{aboveBaseline: 100ms}", "{aboveBaseline: 20%}"),
          of(Rule.THRESHOLD_FIT, "{aboveBaseline: 100ms}", "{below: 100ms}"),
          of(Rule.THRESHOLD_FIT, "{aboveBaseline: 100ms}", "{failingFor: 5s}"),
          of(Rule.THRESHOLD_FIT, "{aboveBaseline: 100ms}", "{blockedFor: 5m}"),
          of(
              Rule.METRIC_FIT,
              "metric: latency\n" + THRESHOLDS,
              "metric: blocked\n      breach: {blockedFor: 5m}\n"),
          of(Rule.METRIC_FIT, SOURCE, "{log: {path: app.log}}"),
          of(
              Rule.THRESHOLD_FIT,
              "metric: latency\n" + THRESHOLDS,
              "metric: overrun\n      warning: {above: 80}\n"),
          of(Rule.METRIC_FIT, SOURCE, "{journeys: {path: users.log}}"),
          of(Rule.THRESHOLD_FIT, "{aboveBaseline: 100ms}", "{aboveBaseline: 5ms, relative: true}"),
          of(Rule.LIMITS_FIT, "duration: 1h", "duration: 10m"),
          of(
              Rule.NAME_IN_SHELL,
              "{command: " + COMMAND + "}",
              "{shell: bash, script: \"./ctl is ${target.name} ${HOME}\"}"),
          of(Rule.NAME_IN_SHELL, COMMAND, "[sudo, /bin/sh, -ec, \"./ctl is ${target.name}\"]"),
          of(Rule.NAME_IN_SQL, "select g()", "\"select g('${target.name}')\""),
          of(Rule.SECRET_IN_ARGUMENTS, COMMAND, "[./ctl, \"--key=${secrets.key}\"]"),
          of(Rule.NAME_IN_REMOTE_SHELL, COMMAND, "[ssh, -p, 22, n1, ctl, \"${inputs.to}\"]"),
          of(
              Rule.CLEAR_TEXT_SECRET,
              "statements: [select g()]",
              "statements: [select g()], password: hush"),
          of(
              Rule.CLEAR_TEXT_SECRET,
              "jdbc:postgresql://db/app\", statements: [select g()]",
              "jdbc:postgresql://db/app?user=a&password=hush\", statements: [select g()]"),
          of(Rule.CLEAR_TEXT_SECRET, COMMAND, "[./ctl, --password, hush]"),
          of(Rule.CLEAR_TEXT_SECRET, "facts: {port: 3}", "facts: {port: 3, apiKey: hush}"),
          of(
              Rule.NO_WAY_BACK,
              "      revert: {exec: {command: [./ctl, back, \"${target.name}\"]}}\n",
              ""),
          of(Rule.NO_TIMEOUT, "      timeout: 1m\n      when", "      when"),
          of(Rule.NO_OBSERVE, "      repeatable: true\n", ""),
          of(
              Rule.NO_CONFIRMATION,
              "      revert: {sql: {url: \"jdbc:postgresql://db/app\", statements: [select g()]}}\n",
              "      class: point-of-no-return\n"),
          of(
              Rule.ALL_PEERS_AT_ONCE,
              "[5%, 100%]\n  soak: 1m\n  maxUnavailable: 1",
              "[5%, 100%]\n  soak: 1m\n  maxUnavailable: 2"),
          of(
              Rule.ALL_PEERS_AT_ONCE,
              "[5%, 100%]\n  soak: 1m\n  maxUnavailable: 1",
              "[100%]\n  soak: 1m\n  maxUnavailable: 100%"),
          of(
              Rule.NO_WATCH,
              "watch:\n  rules:\n    - name: slow\n      source: page\n      metric: latency\n"
                  + THRESHOLDS,
              ""),
          compare(
              Rule.UNKNOWN_KEY, "warmup: 1m, metrics: [{name: c, source: page, metric: latency}]"),
          compare(Rule.MISSING_KEY, "falseAlarms: 1%"),
          compare(
              Rule.OUT_OF_RANGE,
              "falseAlarms: 80%, metrics: [{name: c, source: page, metric: latency}]"),
          compare(Rule.UNKNOWN_WORD, "metrics: [{name: c, source: page, metric: value}]"),
          compare(
              Rule.BAD_SHARE, "metrics: [{name: c, source: page, metric: latency, margin: 100ms}]"),
          compare(Rule.UNKNOWN_SOURCE, "metrics: [{name: c, source: pages, metric: latency}]"),
          compare(Rule.METRIC_FIT, "metrics: [{name: c, source: page, metric: growth}]"),
          compare(Rule.DUPLICATE_NAME, "metrics: [{name: slow, source: page, metric: latency}]"),
          compare(
              Rule.NO_CONTROL,
              "against: history, metrics: [{name: c, source: page, metric: latency}]"),
          of(
              Rule.NO_CONTROL,
              "[5%, 100%]",
              "[100%]",
              "watch:",
              "watch:\n  compare: {metrics: [{name: c, source: page, metric: latency}]}"),
          of(
              Rule.NO_CONTROL,
              "watch:",
              "watch:\n  compare: {metrics: [{name: c, source: front, metric: latency}]}",
              "sources:",
              "sources:\n  front: {probe: {url: \"http://127.0.0.1/\"}}"),
          of(Rule.LATE_WARNING, "{aboveBaseline: 50ms}", "{aboveBaseline: 100ms}"),
          of(Rule.UNUSED_INPUT, "  to: {default: 11.0.2}", "  to: {default: 11.0.2}\n  too: {}"),
          of(Rule.UNUSED_SOURCE, SOURCE, SOURCE + "\n  other: {command: {command: [x]}}"));
}
