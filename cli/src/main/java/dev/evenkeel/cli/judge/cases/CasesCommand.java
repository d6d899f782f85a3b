package dev.evenkeel.cli.judge.cases;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.file.Target;
import dev.evenkeel.judge.sequential.Trial;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenkeel judge cases}. */
@Command(
    name = "cases",
    mixinStandardHelpOptions = true,
    description =
        "Judges cases of which the truth is known: how often the judge is wrong, how fast it is.",
    footer = {
      "",
      "Exit code 0 when every case was judged, whatever the verdicts; 2 when one could not be read."
    })
public final class CasesCommand implements Callable<Integer> {
  private static final int PROGRESS_EVERY = 8;

  private final Caller caller;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DIR",
      description = "A folder with cases-….jsonl or .jsonl.gz, and labels.csv if there is one.")
  private String folder = "";

  @Option(
      names = "--verdicts",
      paramLabel = "FILE",
      description = "Write case,verdict,time_s there: rollback, pass or inconclusive.")
  private @Nullable String verdicts;

  @Option(names = "--json", description = "Write a JSON document for each case, one a line.")
  private boolean json;

  @Option(
      names = "--false-alarms",
      paramLabel = "P",
      description =
          "How likely a healthy case may be rolled back: above 0, at most 0.5; 0.01 when left out.")
  private double falseAlarms = Trial.FALSE_ALARMS;

  CasesCommand(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Integer call() {
    if (!(falseAlarms > 0 && falseAlarms <= 0.5)) {
      throw new ParameterException(
          spec.commandLine(),
          "--false-alarms is %s. Take more than 0 and at most 0.5.".formatted(falseAlarms));
    }
    Optional<Target> target = Optional.ofNullable(verdicts).map(Target::at);
    CaseFiles files = CaseFiles.in(folder);
    Session session =
        new Session(files.labels().map(path -> Labels.read(path.toString())).orElse(Map.of()));
    try (InOrder<Lot> work =
        new InOrder<>(Runtime.getRuntime().availableProcessors(), session::take)) {
      files
          .cases()
          .forEach(file ->
              CaseLines.each(file.toString(), line -> work.add(() -> Lot.of(line, falseAlarms))));
      work.finish();
    }
    session.end(target);
    return (session.bad == 0 ? ExitCode.SUCCEEDED : ExitCode.REFUSED).code();
  }

  /** One call of the command. */
  private final class Session {
    private final PrintWriter out = spec.commandLine().getOut();
    private final PrintWriter err = spec.commandLine().getErr();
    private final Score score;
    private final Set<String> seen = new HashSet<>();
    private final List<String> lines = new ArrayList<>(List.of("case,verdict,time_s"));
    private int bad;

    Session(Map<String, Labels.Label> labels) {
      score = new Score(labels);
    }

    void take(Lot lot) {
      if (lot.judged().isEmpty()) {
        trouble(lot.place(), lot.trouble());
        return;
      }
      Judged judged = lot.judged().get();
      if (!seen.add(judged.id())) {
        trouble(
            lot.place(), "case %s was there before; the first one counts".formatted(judged.id()));
        return;
      }
      score.add(judged);
      lines.add(CaseAnswer.line(judged));
      if (json) {
        out.println(CaseAnswer.document(judged));
      }
      if (seen.size() % PROGRESS_EVERY == 0) {
        redraw(
            "%,d cases judged, %,d rolled back"
                .formatted(score.judged(), score.count(Judged.Outcome.ROLLBACK)));
      }
    }

    void end(Optional<Target> target) {
      redraw("");
      target.ifPresent(one -> one.write(String.join("\n", lines) + "\n"));
      if (!json) {
        out.println(Harmless.lines(score.forPeople()));
        target.ifPresent(one -> out.println(Harmless.text("Written to %s.".formatted(one.file()))));
      }
      if (bad > 0) {
        err.println(
            "%,d cases could not be judged; the others were. Mend or remove those lines."
                .formatted(bad));
      }
      out.flush();
    }

    private void trouble(String place, String says) {
      bad++;
      redraw("");
      err.println(Harmless.text("%s: %s.".formatted(place, says)));
    }

    private void redraw(String text) {
      if (caller.terminal().canRedraw()) {
        err.print("\r\u001B[K" + text);
        err.flush();
      }
    }
  }
}
