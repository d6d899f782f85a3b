package dev.evenkeel.runbook.yaml;

import dev.evenkeel.runbook.Where;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** From the parser's places, which count from 0, to ours. */
final class Marks {
  private Marks() {}

  static Where where(Mark mark) {
    return new Where(mark.getLine() + 1, mark.getColumn() + 1);
  }

  static Where where(Event event) {
    return event.getStartMark().map(Marks::where).orElse(Where.NOWHERE);
  }
}
