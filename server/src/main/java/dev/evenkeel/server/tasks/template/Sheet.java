package dev.evenkeel.server.tasks.template;

import dev.evenkeel.runbook.words.Says;
import java.util.List;
import java.util.Optional;

/** A part of a worksheet: what is filled in at its top, then a table. */
@Says("a part of a worksheet: what is filled in at its top, then a table")
public record Sheet(
    @Says("its heading") String title,
    @Says("how it is filled in") Optional<String> text,
    @Says("what is filled in once") List<FormField> fields,
    @Says("what is filled in on every line of its table") List<FormField> columns,
    @Says("what stands at the beginning of lines that are printed") List<String> lines,
    @Says(value = "how many empty lines follow", fallback = "0", atLeast = "0", atMost = "40")
        int empty) {

  /** Numbers of the empty lines, for the page. */
  public List<Integer> blanks() {
    return java.util.stream.IntStream.rangeClosed(1, empty).boxed().toList();
  }
}
