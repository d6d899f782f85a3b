package dev.evenkeel.cli.judge.cases;

import java.util.Optional;

/**
 * What came of one line.
 *
 * @param place file and line
 * @param judged nothing when it could not be read
 * @param trouble why it could not; empty when it could
 */
record Lot(String place, Optional<Judged> judged, String trouble) {

  static Lot of(CaseLines.Line line, double falseAlarms) {
    if (!line.trouble().isEmpty()) {
      return new Lot(line.place(), Optional.empty(), line.trouble());
    }
    try {
      return new Lot(
          line.place(), Optional.of(Judged.of(CaseReader.read(line.text()), falseAlarms)), "");
    } catch (CaseReader.Unfit unfit) {
      return new Lot(line.place(), Optional.empty(), unfit.why());
    }
  }
}
