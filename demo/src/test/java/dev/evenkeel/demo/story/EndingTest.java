package dev.evenkeel.demo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingTest {

  private final List<String> ended = new ArrayList<>();
  private final Ending ending = new Ending();

  @Test
  void ends_the_newest_first_and_each_once() {
    ending.with(() -> ended.add("folder"));
    ending.with(() -> ended.add("fleet"));
    ending.close();
    ending.close();
    assertThat(ended).containsExactly("fleet", "folder");
  }

  @Test
  void one_part_that_fails_keeps_no_other_running() {
    ending.with(() -> ended.add("folder"));
    ending.with(() -> {
      throw new IllegalStateException("stuck");
    });
    ending.close();
    assertThat(ended).containsExactly("folder");
  }

  @Test
  void what_comes_after_the_end_is_ended_at_once() {
    ending.close();
    assertThatThrownBy(() -> ending.with(() -> ended.add("late")))
        .hasMessageContaining("being ended");
    assertThat(ended).containsExactly("late");
  }
}
