package dev.evenkeel.cli.timetable;

import dev.evenkeel.cli.Terminal;
import dev.evenkeel.optimiser.search.Progress;
import java.io.PrintWriter;

/** One line that tells how far planning has come, written over as it goes on. */
final class Bar {
  private static final int WIDTH = 20;
  private static final String LINE_START = "\r\u001B[K";

  private final PrintWriter err;
  private final Terminal terminal;
  private final int seconds;

  Bar(PrintWriter err, Terminal terminal, int seconds) {
    this.err = err;
    this.terminal = terminal;
    this.seconds = seconds;
  }

  void show(Progress progress) {
    if (terminal.canRedraw()) {
      err.print(LINE_START + line(progress));
      err.flush();
    }
  }

  String line(Progress progress) {
    double share = Math.min(1, progress.elapsed().toMillis() / (1000.0 * seconds));
    int done = (int) (WIDTH * share);
    String bar =
        (terminal.unicode() ? "█" : "#").repeat(done)
            + (terminal.unicode() ? "░" : ".").repeat(WIDTH - done);
    return "%s %d of %d s  total %,d  %s"
        .formatted(
            bar,
            Math.min(seconds, progress.elapsed().toSeconds()),
            seconds,
            progress.total(),
            progress.bound() <= 0 ? "" : "gap %.1f %%".formatted(100 * progress.gap()));
  }

  void clear() {
    if (terminal.canRedraw()) {
      err.print(LINE_START);
      err.flush();
    }
  }
}
