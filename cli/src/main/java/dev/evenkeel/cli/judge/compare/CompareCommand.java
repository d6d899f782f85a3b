package dev.evenkeel.cli.judge.compare;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.file.Target;
import dev.evenkeel.cli.judge.compare.StoredAnswer.Failed;
import dev.evenkeel.cli.judge.words.DurationText;
import dev.evenkeel.cli.judge.words.FindingWords;
import dev.evenkeel.cli.server.Json;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Finding;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.judge.sequential.Trial;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code evenkeel judge compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Tells whether a new version is worse than the old one, from a file of each.",
    footer = {
      "",
      "The files are answers of Prometheus to range queries, or tables of requests as JMeter and k6 write them.",
      "Exit code 0 healthy, 11 worse, 12 perhaps worse, 13 not enough evidence, 2 a file that cannot be read."
    })
public final class CompareCommand implements Callable<Integer> {
  /** What the lengths of both may differ by before it is said. */
  private static final double ABOUT_THE_SAME = 0.1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--baseline",
      required = true,
      paramLabel = "FILE",
      description = "What was measured of the old version.")
  private String baseline = "";

  @Option(
      names = "--candidate",
      required = true,
      paramLabel = "FILE",
      description = "The same of the new version.")
  private String candidate = "";

  @Option(
      names = "--metric",
      paramLabel = "KIND",
      description =
          "What the files tell: errors, latency, level, growth or rate. A table of requests tells errors and latency.")
  private @Nullable Kind metric;

  @Option(
      names = "--margin",
      paramLabel = "X",
      description =
          "How much worse does not matter: 0.01 is a point of errors, 0.2 a fifth of anything else.")
  private @Nullable Double margin;

  @Option(
      names = "--false-alarms",
      paramLabel = "P",
      description = "How likely a version that is not worse may be called so; 0.01 when left out.")
  private double falseAlarms = Trial.FALSE_ALARMS;

  @Option(
      names = "--warm-up",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "How long after its start a version may be slow; 2m when left out.")
  private Duration warmUp = Trial.WARM_UP;

  @Option(
      names = "--failed",
      paramLabel = "LABEL=REGEX",
      description =
          "Which series of Prometheus count failed requests; when left out, those of status or code 5xx.")
  private @Nullable String failed;

  @Option(
      names = "--unit",
      paramLabel = "s|ms",
      description = "Of the bounds le of a Prometheus histogram; s when left out.")
  private String unit = "s";

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write a JUnit report there, a test for each metric.")
  private @Nullable String junit;

  @Option(names = "--json", description = "Write what was found as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    check();
    Optional<Target> report = Optional.ofNullable(junit).map(Target::at);
    MeasuredFile.Content before = file(baseline).content();
    MeasuredFile.Content after = file(candidate).content();
    long step = Math.max(before.wantedStep(), after.wantedStep());
    Measurements old = before.measurements(step);
    Measurements young = after.measurements(step);
    Trial trial =
        Comparison.trial(
            old,
            young,
            margin == null ? OptionalDouble.empty() : OptionalDouble.of(margin),
            falseAlarms,
            warmUp);
    refuseNothing(trial, old, young);
    remark(old, young);
    Finding finding = Comparison.judge(trial, old, young);
    report.ifPresent(target -> target.write(JUnitReport.of(finding)));
    say(finding);
    return exitCode(finding.kind()).code();
  }

  static ExitCode exitCode(Verdict.Kind kind) {
    return switch (kind) {
      case HEALTHY -> ExitCode.SUCCEEDED;
      case BREACH -> ExitCode.BREACH;
      case WARNING -> ExitCode.WARNING;
      case NOT_ENOUGH_EVIDENCE -> ExitCode.NOT_ENOUGH_EVIDENCE;
    };
  }

  private MeasuredFile file(String name) {
    return new MeasuredFile(
        name, Optional.ofNullable(metric), failedOnes(), unit.equals("s"), this::remark);
  }

  private Failed failedOnes() {
    if (failed == null) {
      return Failed.USUAL;
    }
    int at = failed.indexOf('=');
    if (at < 1) {
      throw usage("--failed is '%s'. Write LABEL=REGEX, such as status=5..".formatted(failed));
    }
    try {
      return new Failed(
          List.of(failed.substring(0, at)), Pattern.compile(failed.substring(at + 1)));
    } catch (PatternSyntaxException e) {
      throw usage("--failed: %s is no regular expression.".formatted(failed.substring(at + 1)));
    }
  }

  private void check() {
    if (!(falseAlarms >= Trial.LEAST && falseAlarms <= 0.5)) {
      throw usage("--false-alarms is %s. Take 0.000001 to 0.5.".formatted(falseAlarms));
    }
    if (margin != null && !(margin >= 0 && margin <= 1e9)) {
      throw usage("--margin is %s. Take 0 or more; 0.2 is a fifth.".formatted(margin));
    }
    if (!unit.equals("s") && !unit.equals("ms")) {
      throw usage("--unit is '%s'. Take s or ms.".formatted(unit));
    }
  }

  private void refuseNothing(Trial trial, Measurements old, Measurements young) {
    for (var one : List.of(old, young)) {
      if (one.isEmpty()) {
        throw new Trouble(
            ExitCode.REFUSED,
            "%s holds no measurements. Check that the query or the test gave any."
                .formatted(one == old ? baseline : candidate));
      }
    }
    if (trial.pairs().isEmpty()) {
      throw new Trouble(
          ExitCode.REFUSED,
          "%s and %s measure nothing in common: %s."
              .formatted(baseline, candidate, String.join(", ", Comparison.onlyInOne(old, young))));
    }
  }

  private void remark(Measurements old, Measurements young) {
    Comparison.onlyInOne(old, young).forEach(name -> remark("Not compared: %s.".formatted(name)));
    double one = old.length().toMillis();
    double other = young.length().toMillis();
    if (Math.abs(one - other) > ABOUT_THE_SAME * Math.max(one, other)) {
      remark(
          "The baseline is %,d s long, the candidate %,d s; compared is what happened as long after the start."
              .formatted(old.length().toSeconds(), young.length().toSeconds()));
    }
  }

  private void remark(String text) {
    spec.commandLine().getErr().println(Harmless.text(text));
  }

  private void say(Finding finding) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode document = Json.MAPPER.createObjectNode();
      document.put("outcome", exitCode(finding.kind()).outcome());
      document.put("exitCode", exitCode(finding.kind()).code());
      finding
          .decided()
          .ifPresent(at -> document.put("decidedSeconds", afterStart(at).toMillis() / 1000.0));
      FindingWords.into(document, finding);
      out.println(document);
    } else {
      out.println(Harmless.text(FindingWords.forPeople(finding.kind()) + ": " + finding.says()));
      finding
          .opinions()
          .forEach(one ->
              out.println(
                  Harmless.text(
                      "  %s, %s: %s"
                          .formatted(one.pair(), FindingWords.forPeople(one.kind()), one.says()))));
      finding
          .decided()
          .ifPresent(at ->
              out.println(
                  "It was certain %,d s after the start.".formatted(afterStart(at).toSeconds())));
    }
    out.flush();
  }

  private static Duration afterStart(Instant at) {
    return Duration.between(Comparison.BEGAN, at);
  }

  private ParameterException usage(String says) {
    return new ParameterException(spec.commandLine(), says);
  }
}
