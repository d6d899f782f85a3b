package dev.evenkeel.server.health.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.evenkeel.judge.Fact;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every metric source keeps to. */
abstract class MetricSourceContract<W extends Record> {
  static final Duration LONG = Duration.ofSeconds(20);

  abstract MetricSource<W> source();

  /** Something that is well. */
  abstract W answering();

  /** Something that takes a request and never answers. */
  abstract W hanging();

  /** Something that is not there. */
  abstract W gone();

  /** Something that answers what nobody can read. */
  abstract W garbage();

  /** What a message about {@link #gone} must name, so that a person knows where to look. */
  abstract String address();

  final List<Fact> look(W words, Duration within) throws InterruptedException {
    return new Sources(List.of(source())).look(words, within);
  }

  @Test
  void says_all_it_was_asked_for() throws Exception {
    assertThat(look(answering(), LONG))
        .isNotEmpty()
        .allMatch(Fact::usable)
        .noneMatch(Fact.Missing.class::isInstance)
        .noneMatch(fact -> fact instanceof Fact.Well(boolean well, _) && !well);
  }

  @Test
  void says_the_same_of_the_same() throws Exception {
    assertThat(look(answering(), LONG))
        .extracting(Object::getClass)
        .isEqualTo(look(answering(), LONG).stream().map(Object::getClass).toList());
  }

  @Test
  void gives_up_on_what_never_answers() {
    var facts = assertTimeoutPreemptively(LONG, () -> look(hanging(), Duration.ofMillis(300)));
    assertThat(facts).noneMatch(this::isNumber).anyMatch(this::isTrouble);
  }

  @Test
  void stops_when_it_is_interrupted() throws Exception {
    var words = hanging();
    var looking = new FutureTask<>(() -> look(words, LONG));
    var thread = Thread.startVirtualThread(looking);
    thread.interrupt();
    assertThatThrownBy(() -> looking.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(InterruptedException.class);
  }

  @Test
  void makes_up_no_number_when_nobody_is_there() throws Exception {
    assertThat(look(gone(), LONG)).noneMatch(this::isNumber).anyMatch(this::isTrouble);
    assertThat(look(gone(), LONG).toString()).contains(address());
  }

  @Test
  void makes_up_no_number_from_garbage() throws Exception {
    assertThat(look(garbage(), LONG)).noneMatch(this::isNumber).anyMatch(this::isTrouble);
  }

  private boolean isNumber(Fact fact) {
    return switch (fact) {
      case Fact.Counted _,
          Fact.Timed _,
          Fact.Value _,
          Fact.Acted _,
          Fact.Logged _,
          Fact.Consumed _ ->
          true;
      case Fact.Tried(long tried, long failed, _) -> failed < tried;
      case Fact.Well(boolean well, _) -> well;
      case Fact.Missing _ -> false;
    };
  }

  private boolean isTrouble(Fact fact) {
    return switch (fact) {
      case Fact.Missing(String why) -> !why.isBlank();
      case Fact.Tried(long tried, long failed, _) -> failed == tried;
      case Fact.Well(boolean well, String why) -> !well && !why.isBlank();
      case Fact.Counted _,
          Fact.Timed _,
          Fact.Value _,
          Fact.Acted _,
          Fact.Logged _,
          Fact.Consumed _ ->
          false;
    };
  }
}
