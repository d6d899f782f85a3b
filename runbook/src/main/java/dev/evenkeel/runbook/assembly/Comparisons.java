package dev.evenkeel.runbook.assembly;

import dev.evenkeel.runbook.Compared;
import dev.evenkeel.runbook.Comparison;
import dev.evenkeel.runbook.grammar.Share;
import dev.evenkeel.runbook.written.ComparedText;
import dev.evenkeel.runbook.written.ComparisonText;

/** Fills in what a comparison does not say. */
final class Comparisons {
  private Comparisons() {}

  static Comparison of(ComparisonText text) {
    return new Comparison(
        text.falseAlarms().of(),
        text.warmUp(),
        text.against(),
        text.days(),
        text.metrics().stream().map(Comparisons::compared).toList());
  }

  private static Compared compared(ComparedText text) {
    return new Compared(
        text.name(),
        text.source(),
        text.metric(),
        text.margin().map(Share::of).orElse(text.metric().margin()),
        text.at().where());
  }
}
