package dev.evenkeel.bench;

import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.ProblemReader;
import dev.evenkeel.optimiser.timetable.Check;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;

/**
 * One contestant at one problem, in a process of its own. What it answers is checked and priced
 * here, not by itself.
 */
final class Entry {
  private Entry() {}

  /**
   * @param args contestant, seconds, problem
   */
  public static void main(String[] args) throws IOException {
    Contestant contestant = Contestant.valueOf(args[0]);
    Problem problem = read(Path.of(args[2]));
    CpSat.load();
    Stopwatch watch = new Stopwatch(Duration.ofSeconds(Long.parseLong(args[1])));
    Answer answer = contestant.answer(problem, watch);
    Duration took = watch.elapsed();
    Check.Checked checked = Check.of(problem, answer.timetable());
    checked.violations().stream().limit(5).forEach(one -> System.err.println(one.text()));
    System.out.println(
        new Result(
                checked.score().total(problem.weights()),
                checked.violations().size(),
                problem.upgrades().size() - answer.timetable().assignments().size(),
                answer.bound(),
                watch.first() == null ? -1 : watch.first().toMillis(),
                took.toMillis())
            .line());
    System.exit(0);
  }

  static Problem read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return ProblemReader.read(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in);
    }
  }
}
