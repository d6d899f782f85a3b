package dev.evenkeel.cli.judge.backtest;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.judge.prometheus.Archive;
import dev.evenkeel.cli.judge.prometheus.Archive.Answer;
import dev.evenkeel.cli.judge.prometheus.ArchiveFolder;
import dev.evenkeel.cli.judge.prometheus.Question;
import dev.evenkeel.cli.judge.prometheus.RangeQueries;
import dev.evenkeel.cli.judge.words.DurationText;
import dev.evenkeel.judge.backtest.Mark;
import dev.evenkeel.judge.sequential.Trial;
import dev.evenkeel.runbook.Comparison;
import dev.evenkeel.runbook.Runbook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evenkeel judge backtest}. */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description =
        "Tells what the rules of a runbook would have done in past weeks: false alarms, and how fast they see incidents.",
    footer = {
      "",
      "EVENKEEL_PROMETHEUS_AUTHORIZATION is sent as the header Authorization when it is set.",
      "Exit code 0, or 14 when an incident that is marked would have gone unseen."
    })
public final class BacktestCommand implements Callable<Integer> {
  private static final Duration SHORTEST_STEP = Duration.ofSeconds(1);

  private final Caller caller;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--runbook",
      required = true,
      paramLabel = "FILE",
      description = "The runbook with the rules.")
  private String runbookFile = "";

  @Option(
      names = "--input",
      paramLabel = "NAME=VALUE",
      description = "Value of an input of the runbook; may be given again.")
  private Map<String, String> inputs = new LinkedHashMap<>();

  @Option(
      names = "--prometheus",
      paramLabel = "URL",
      description = "The server to ask; when left out, the one in the runbook.")
  private @Nullable String prometheus;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Where to begin: 21d for so long ago, 2026-11-01, 2026-11-01T08:00.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Where to end; now when left out.")
  private String to = "now";

  @Option(
      names = "--step",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "From one value to the next; 30s when left out.")
  private Duration step = Duration.ofSeconds(30);

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Ask nobody: take what --save wrote there.")
  private @Nullable String data;

  @Option(
      names = "--save",
      paramLabel = "DIR",
      description = "Keep the answers there, to repeat this without a server.")
  private @Nullable String save;

  @Option(
      names = "--marks",
      paramLabel = "FILE",
      description = "Incidents, a table from,until,note,rules: see evenkeel judge mark.")
  private @Nullable String marksFile;

  @Option(
      names = "--watch",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "How long an upgrade is watched; 1h when left out.")
  private Duration watch = Duration.ofHours(1);

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = DurationText.class,
      description =
          "From the begin of one upgrade to the next, not less than --watch; the same when left out.")
  private @Nullable Duration every;

  @Option(
      names = "--before",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "What an upgrade is held against: so long before it; 1h when left out.")
  private Duration before = Duration.ofHours(1);

  @Option(
      names = "--warm-up",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "Of the sequential judge; as the runbook says, or 2m, when left out.")
  private @Nullable Duration warmUp;

  @Option(
      names = "--false-alarms",
      paramLabel = "P",
      description =
          "Of the sequential judge, for an upgrade; as the runbook says, or 0.01, when left out.")
  private @Nullable Double falseAlarms;

  @Option(names = "--json", description = "Write what was found as JSON.")
  private boolean json;

  BacktestCommand(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Integer call() {
    check();
    Runbook runbook = RunbookFile.read(runbookFile);
    Armed armed = armed(runbook);
    List<MarksFile.Entry> marks = marksFile == null ? List.of() : MarksFile.read(marksFile);
    Archive archive = archive(armed, marks);
    for (MarksFile.Entry mark : marks) {
      if (mark.data().isPresent()) {
        archive = archive.with(ArchiveFolder.read(mark.data().get()));
      }
    }
    remarkOnQuestions(armed, archive);
    Results results =
        new Backtest(
                runbook.name(),
                armed,
                archive,
                marks.stream().map(MarksFile.Entry::mark).toList(),
                new Backtest.Spans(before, watch, every == null ? watch : every),
                runbook.watch().every().compareTo(step) > 0 ? runbook.watch().every() : step,
                warmUp == null
                    ? runbook.watch().compare().map(Comparison::warmUp).orElse(Trial.WARM_UP)
                    : warmUp,
                falseAlarms == null
                    ? runbook
                        .watch()
                        .compare()
                        .map(Comparison::falseAlarms)
                        .orElse(Trial.FALSE_ALARMS)
                    : falseAlarms)
            .run(this::progress);
    progress("");
    say(results);
    List<Mark> missed = results.missed();
    return (missed.isEmpty() ? ExitCode.SUCCEEDED : ExitCode.MISSED).code();
  }

  private void check() {
    if (data != null && (from != null || prometheus != null || save != null)) {
      throw usage("--data takes what is stored; leave out --from, --prometheus and --save.");
    }
    if (falseAlarms != null && !(falseAlarms >= Trial.LEAST && falseAlarms <= 0.5)) {
      throw usage("--false-alarms is %s. Take 0.000001 to 0.5.".formatted(falseAlarms));
    }
    if (step.compareTo(SHORTEST_STEP) < 0
        || watch.compareTo(step.multipliedBy(2)) < 0
        || before.compareTo(step.multipliedBy(2)) < 0) {
      throw usage(
          "--step is to be at least 1s, and --watch and --before at least twice as long as it.");
    }
    if (every != null && every.compareTo(watch) < 0) {
      throw usage(
          "--every is shorter than --watch, so that alarms would count twice. Take at least the same.");
    }
  }

  private Armed armed(Runbook runbook) {
    inputs.forEach((name, value) -> {
      if (!runbook.inputs().containsKey(name)) {
        throw usage(
            "%s has no input %s; it has %s."
                .formatted(
                    runbookFile,
                    name,
                    runbook.inputs().isEmpty()
                        ? "none"
                        : String.join(", ", runbook.inputs().keySet())));
      }
    });
    Armed armed = Armed.of(runbook, inputs, Optional.ofNullable(prometheus));
    if (armed.rules().isEmpty() && armed.compared().isEmpty()) {
      throw refused(
          armed.leftOut().isEmpty()
              ? "%s has no watch rules and compares nothing. Add some under `watch`."
                  .formatted(runbookFile)
              : "None of the rules of %s can be tried on the past:%n  %s"
                  .formatted(runbookFile, String.join("\n  ", armed.leftOut())));
    }
    return armed;
  }

  private Archive archive(Armed armed, List<MarksFile.Entry> marks) {
    if (data != null) {
      return longEnough(ArchiveFolder.read(Path.of(data)));
    }
    if (from != null) {
      Archive asked = longEnough(asked(armed));
      if (save != null) {
        ArchiveFolder.write(Path.of(save), asked);
      }
      return asked;
    }
    if (marks.stream().anyMatch(mark -> mark.data().isPresent())) {
      return Archive.EMPTY;
    }
    throw usage("Say which weeks: --from 21d, or --data DIR with what --save wrote.");
  }

  private Archive longEnough(Archive archive) {
    Duration length = Duration.between(archive.from(), archive.to());
    if (length.compareTo(before.plus(watch)) < 0) {
      throw refused(
          "From %s to %s is too short for an upgrade that is watched for %s after %s before it."
              .formatted(archive.from(), archive.to(), Times.said(watch), Times.said(before)));
    }
    return archive;
  }

  private Archive asked(Armed armed) {
    Instant start = aligned(Times.of(String.valueOf(from), caller.clock()));
    Instant end = aligned(Times.of(to, caller.clock()));
    if (!end.isAfter(start)) {
      throw usage("--to is not after --from.");
    }
    String authorization = caller.variable("EVENKEEL_PROMETHEUS_AUTHORIZATION");
    RangeQueries queries =
        new RangeQueries(authorization.isEmpty() ? Optional.empty() : Optional.of(authorization));
    List<Answer> answers = new ArrayList<>();
    for (Question question : armed.questions()) {
      progress("asking for " + question.place());
      answers.add(queries.ask(question, start, end, step));
    }
    progress("");
    return new Archive(start, end, answers);
  }

  /** So that the same weeks give the same values however often they are asked for. */
  private Instant aligned(Instant at) {
    return Instant.ofEpochMilli(
        Math.floorDiv(at.toEpochMilli(), step.toMillis()) * step.toMillis());
  }

  private void remarkOnQuestions(Armed armed, Archive archive) {
    for (Question question : armed.questions()) {
      Optional<Answer> answer = archive.find(question);
      if (answer.isEmpty()) {
        throw refused(
            "Nothing is stored of %s. Record it again with --from and --save."
                .formatted(question.place()));
      }
      if (!answer.get().question().query().equals(question.query())) {
        remark(
            "%s is asked in other words now than when it was stored: %s"
                .formatted(question.place(), answer.get().question().query()));
      }
      if (answer.get().series().isEmpty()) {
        remark(
            "%s has no result in these weeks: %s. Check the query; for a counter that comes with its first count add 'or vector(0)'."
                .formatted(question.place(), question.query()));
      }
    }
  }

  private void say(Results results) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ProgramReport.of(results));
    } else {
      out.println(Harmless.lines(PeopleReport.of(results, caller.clock().getZone())));
      if (save != null) {
        out.println(Harmless.text("The answers are kept in %s.".formatted(save)));
      }
    }
    out.flush();
  }

  private void remark(String text) {
    progress("");
    spec.commandLine().getErr().println(Harmless.text(text));
  }

  private void progress(String text) {
    if (caller.terminal().canRedraw()) {
      PrintWriter err = spec.commandLine().getErr();
      err.print("\r\u001B[K" + Harmless.text(text));
      err.flush();
    }
  }

  private ParameterException usage(String says) {
    return new ParameterException(spec.commandLine(), says);
  }

  private static Trouble refused(String says) {
    return new Trouble(ExitCode.REFUSED, says);
  }
}
