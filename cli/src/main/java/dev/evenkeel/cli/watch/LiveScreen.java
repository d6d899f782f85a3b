package dev.evenkeel.cli.watch;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Terminal;
import dev.evenkeel.cli.server.RunFacts;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * For people: the screen of the run, drawn over itself. Only what differs from the last picture is
 * written, so that it stays calm and text can be marked.
 */
final class LiveScreen implements Onlooker {
  /** Asking for the size of the terminal starts a process, so not every time. */
  private static final int LOOKS_BETWEEN_SIZES = 4;

  private final Caller caller;
  private final Canvas canvas;
  private final Signs signs;
  private Terminal.Size size = Terminal.Size.USUAL;
  private int looks;
  private @Nullable RunFacts last;

  LiveScreen(Caller caller, PrintWriter out) {
    this.caller = caller;
    this.canvas = new Canvas(out);
    this.signs = new Signs(caller.terminal().unicode());
  }

  @Override
  public void sees(RunFacts run, JsonNode document, List<JsonNode> news) {
    last = run;
    draw(run, Optional.empty());
  }

  @Override
  public void misses(String why, boolean first) {
    if (last != null) {
      draw(last, Optional.of(Line.of(why + " Asking again until it answers.", Style.BAD)));
    }
  }

  @Override
  public boolean staysWhenHeld() {
    return true;
  }

  @Override
  public void ended(Ending ending) {
    canvas.leave(Farewell.lines(ending).stream().map(Line::of).toList());
  }

  @Override
  public void leaves(String said) {
    canvas.leave(List.of(Line.of(said)));
  }

  private void draw(RunFacts run, Optional<Line> note) {
    if (looks++ % LOOKS_BETWEEN_SIZES == 0) {
      size = caller.terminal().size();
    }
    Instant now = caller.clock().instant();
    canvas.draw(
        new RunScreen(run, now, caller.clock().getZone(), size, signs)
            .lines(note).stream().map(Line::ansi).collect(Collectors.toList()));
  }
}
