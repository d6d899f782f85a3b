package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.stream.Stream;

/** One test of the standard. */
interface Rule {

  /** Its section in the standard, such as {@code 6.1.1}. */
  String number();

  /** What does not keep to it: sentences with the place. */
  Stream<String> problems(Part document);
}
