package dev.evenkeel.server.approval.binding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C44")
class LineChangesTest {
  @Test
  void lines_that_are_gone_and_lines_that_are_new_are_told_each_as_often_as_it_is_so() {
    LineChanges changes = LineChanges.between("a\n\nb\nb\nc\n", "b\nd\na\n");
    assertThat(changes.gone()).containsExactly("b", "c");
    assertThat(changes.added()).containsExactly("d");
  }
}
