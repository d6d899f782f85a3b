package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.risk.reckon.Stated;
import dev.evenkeel.server.shared.Typed;
import java.math.BigDecimal;
import java.util.Optional;

/** What several sheets read in the same way. */
final class Reads {
  static final int LINE = 200;
  static final int TEXT = 4_000;

  private Reads() {}

  /** A number with its source; the one needs the other. */
  static Optional<Stated> stated(Typed typed, String path, BigDecimal most) {
    Optional<BigDecimal> amount = typed.number(path + ".amount", BigDecimal.ZERO, most);
    Optional<String> source = typed.words(path + ".source", LINE);
    if (amount.isPresent() && source.isEmpty()) {
      typed.wrong(
          path + ".source", "Say where the number comes from: a report, a contract, a person.");
    }
    return amount.flatMap(number -> source.map(from -> new Stated(number, from)));
  }
}
