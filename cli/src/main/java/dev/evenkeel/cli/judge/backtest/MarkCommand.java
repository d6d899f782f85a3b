package dev.evenkeel.cli.judge.backtest;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.LocalTime;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.judge.prometheus.Archive;
import dev.evenkeel.cli.judge.prometheus.Archive.Window;
import dev.evenkeel.cli.judge.prometheus.ArchiveFolder;
import dev.evenkeel.cli.judge.words.DurationText;
import dev.evenkeel.judge.backtest.Mark;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenkeel judge mark}. */
@Command(
    name = "mark",
    mixinStandardHelpOptions = true,
    description =
        "Marks a time at which something really was wrong, and keeps what was measured then as a test case.")
public final class MarkCommand implements Callable<Integer> {
  /** The sequential judge compares with as many. */
  private static final int DAYS = 7;

  private static final DateTimeFormatter FOLDER =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Caller caller;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      description =
          "The table of marks, from,until,note,rules,data; it is made when it is not there.")
  private String file = "";

  @Option(
      names = "--from",
      required = true,
      paramLabel = "TIME",
      description = "When it began, such as 2026-11-05T10:00.")
  private String from = "";

  @Option(
      names = "--until",
      required = true,
      paramLabel = "TIME",
      description = "When it was well again.")
  private String until = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "What was wrong.")
  private String note = "";

  @Option(
      names = "--rule",
      paramLabel = "NAME",
      description = "A rule that is to see it; may be given again. All of them when left out.")
  private List<String> rules = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "What `evenkeel judge backtest --save` wrote: that time, and these hours of the week before, are kept beside FILE.")
  private @Nullable String data;

  @Option(
      names = "--watch",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "How much is kept from the begin on at least; 1h when left out.")
  private Duration watch = Duration.ofHours(1);

  @Option(
      names = "--before",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "How much of the time before is kept; 1h when left out.")
  private Duration before = Duration.ofHours(1);

  MarkCommand(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Integer call() {
    Instant begin = Times.of(from, caller.clock());
    Instant end = Times.of(until, caller.clock());
    if (!end.isAfter(begin)) {
      throw new ParameterException(spec.commandLine(), "--until is not after --from.");
    }
    Mark mark = new Mark(begin, end, note, rules);
    MarksFile.refuseTwice(file, mark);
    Optional<String> kept = Optional.ofNullable(data).map(folder -> kept(mark, folder));
    MarksFile.add(file, mark, kept);
    spec.commandLine()
        .getOut()
        .println(
            Harmless.text(
                "%s, for %s, is marked in %s%s."
                    .formatted(
                        LocalTime.shown(begin, caller.clock().getZone()),
                        Times.said(Duration.between(begin, end)),
                        file,
                        kept.map(folder -> "; what was measured is kept in " + folder)
                            .orElse(""))));
    return ExitCode.SUCCEEDED.code();
  }

  /** The folder it is kept in, seen from the table. */
  private String kept(Mark mark, String folder) {
    try {
      Archive all = ArchiveFolder.read(Path.of(folder));
      if (all.only(List.of(new Window(mark.from(), mark.until()))).hasNothing()) {
        throw new Trouble(
            ExitCode.REFUSED,
            "%s holds nothing from %s to %s. Record that time first: evenkeel judge backtest --from … --to … --save DIR"
                .formatted(folder, mark.from(), mark.until()));
      }
      Path table = Path.of(file).toAbsolutePath();
      String kept =
          table.getFileName().toString().replaceFirst("\\.csv$", "")
              + ".data/"
              + FOLDER.format(mark.from());
      ArchiveFolder.write(table.resolveSibling(kept), all.only(windows(mark)));
      return kept;
    } catch (InvalidPathException e) {
      throw Trouble.unreadable(folder, e);
    }
  }

  private List<Window> windows(Mark mark) {
    Instant start = mark.from().minus(before);
    Instant watched = mark.from().plus(watch);
    Instant end = watched.isAfter(mark.until()) ? watched : mark.until();
    List<Window> windows = new ArrayList<>();
    for (int day = 0; day <= DAYS; day++) {
      Duration back = Duration.ofDays(day);
      windows.add(new Window(start.minus(back), end.minus(back)));
    }
    return windows;
  }
}
