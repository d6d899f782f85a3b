package dev.evenkeel.cli.lint;

import java.util.List;

/** A way to write down what was found. */
interface Report {
  /** The whole report, ending with a line break. */
  String of(List<Linted> files);
}
