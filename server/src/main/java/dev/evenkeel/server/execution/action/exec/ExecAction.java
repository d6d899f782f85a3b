package dev.evenkeel.server.execution.action.exec;

import dev.evenkeel.runbook.words.Exec;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.Recovery;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Runs a command under a supervisor that outlives the server.
 *
 * <p>Guarantees: an attempt starts its command once at most, however often and from wherever it is
 * started; whoever asks later, in this process or a new one with the same data folder, learns how
 * far it is; what is not certain is said to be unknown.
 */
@Component
class ExecAction implements Action<Exec> {
  private static final Duration YOUNG = Duration.ofSeconds(10);
  private static final Duration SOON = Duration.ofMillis(200);
  private static final Duration LATER = Duration.ofSeconds(1);

  private final AttemptFolders folders;
  private final Beginning beginning;
  private final Stopping stopping;
  private final Look look;
  private final Clock clock;
  private final Map<String, String> environment = System.getenv();

  ExecAction(
      AttemptFolders folders, Beginning beginning, Stopping stopping, Look look, Clock clock) {
    this.folders = folders;
    this.beginning = beginning;
    this.stopping = stopping;
    this.look = look;
    this.clock = clock;
  }

  @Override
  public Class<Exec> words() {
    return Exec.class;
  }

  @Override
  public void prepare(Exec words, Attempt attempt) {
    try {
      folders.of(attempt.id()).prepare();
    } catch (IOException noRoom) {
      // start tries again and says so
    }
  }

  @Override
  public Outcome start(Exec words, Attempt attempt) {
    var command = CommandLine.of(words, attempt, environment);
    var folder = folders.of(attempt.id());
    return Obstacle.to(command)
        .or(() -> beginning.begin(command, folder))
        .<Outcome>map(Outcome.Failed::new)
        .orElseGet(() -> outcome(words, attempt, folder.progress()));
  }

  @Override
  public Outcome poll(Exec words, Attempt attempt) {
    return outcome(words, attempt, folders.of(attempt.id()).progress());
  }

  @Override
  public Recovery recover(Exec words, Attempt attempt) {
    var progress = folders.of(attempt.id()).progress();
    if (progress instanceof Progress.NotBegun
        && attempt.startedHere()
        && Unclaimed.of(folders.of(attempt.id())) instanceof Unclaimed.NeverBegan) {
      return new Recovery.StartAgain();
    }
    var outcome = outcome(words, attempt, progress);
    return outcome instanceof Outcome.Unknown(var why, var over)
        ? new Recovery.Unknown(why, over)
        : new Recovery.Known(outcome);
  }

  @Override
  public Optional<String> stop(Exec words, Attempt attempt) {
    var folder = folders.of(attempt.id());
    if (folder.progress() instanceof Progress.NotBegun) {
      if (!attempt.startedHere()) {
        return Optional.of(
            "the command runs where another server began it; only that one can stop it");
      }
      if (Unclaimed.of(folder) instanceof Unclaimed.Lost(var why, var over) && !over) {
        return Optional.of(why);
      }
    }
    var left = stopping.stop(folder);
    handOver(attempt, folder, left.isEmpty());
    return left;
  }

  @Override
  public boolean staysWhereItBegan() {
    return true;
  }

  @Override
  public Observation observe(Exec words, Attempt attempt) {
    var command = CommandLine.of(words, attempt, environment);
    return Obstacle.to(command)
        .<Observation>map(Observation.Unknown::new)
        .orElseGet(() -> look.at(words, command, attempt.timeToLook()));
  }

  private Outcome outcome(Exec words, Attempt attempt, Progress progress) {
    var folder = folders.of(attempt.id());
    handOver(attempt, folder, isOver(progress));
    return switch (progress) {
      case Progress.Running running ->
          new Outcome.NotYet(
              pause(folder),
              folder.waitsForRoom()
                  ? "the command has ended, but the disk of %s is full, so how it ended cannot be written down; make room there"
                      .formatted(folder.path())
                  : "the command runs as process " + running.claim().pid());
      case Progress.Ended(var code) -> ended(words, attempt, folder, code);
      case Progress.NeverBegins never ->
          new Outcome.Failed("the command was stopped before it began");
      case Progress.NotBegun notBegun when !attempt.startedHere() ->
          new Outcome.NotYet(LATER, "the command runs where another server began it");
      case Progress.NotBegun notBegun ->
          switch (Unclaimed.of(folder)) {
            case Unclaimed.NeverBegan never ->
                new Outcome.Unknown(
                    "the claim of the command in %s is gone".formatted(folder.path()));
            case Unclaimed.Lost(var why, var over) -> new Outcome.Unknown(why, over);
          };
      case Progress.Unreadable(var why) -> new Outcome.Unknown(why);
      case Progress.Vanished(var claim) ->
          Outcome.Unknown.andOver(
              claim.boot().equals(Birth.thisBoot())
                  ? "the command and its supervisor, process %d, are gone without an exit code; somebody has killed them"
                      .formatted(claim.pid())
                  : "the machine of the server was restarted while the command ran");
    };
  }

  /** Whether nothing will be printed any more, as far as is known. */
  private static boolean isOver(Progress progress) {
    return !(progress instanceof Progress.Running || progress instanceof Progress.Unreadable);
  }

  /** Most commands take seconds; a long one need not be asked about that often. */
  private Duration pause(AttemptFolder folder) {
    var young = clock.instant().minus(YOUNG);
    return folder.begun().filter(young::isBefore).isPresent() ? SOON : LATER;
  }

  private static Outcome ended(Exec words, Attempt attempt, AttemptFolder folder, int code) {
    try {
      var out = new Printed(folder.out());
      if (code != words.done()) {
        return new Outcome.Failed(
            Ending.unexpected(
                CommandLine.of(words, attempt, Map.of()).spoken(),
                words,
                code,
                Ending.lastWords(out, new Printed(folder.err()))));
      }
      return new Outcome.Done(Ending.outputs(code, out.beginning(Printed.LONGEST_VALUE)));
    } catch (IOException e) {
      return Outcome.Unknown.andOver("what the command printed cannot be read: " + e);
    }
  }

  private static void handOver(Attempt attempt, AttemptFolder folder, boolean ended) {
    try {
      new Handover(folder, attempt.output()).handOver(ended);
    } catch (IOException e) {
      // The work itself is not touched by this; the next look tries again.
    }
  }
}
