package dev.evenkeel.server.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.Recovery;
import dev.evenkeel.server.secrets.Masking;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An action that repeats a secret in whatever it answers does not give it away. */
class ReadyCallTest {
  private static final String SECRET = "open sesame";
  private static final String SAYS = "refused: open sesame is wrong";
  private static final String SHOWN = "refused: ••• is wrong";

  record Words() {}

  /** Answers with what it was made with. */
  record Answering(Outcome outcome, Recovery recovery, Observation seen) implements Action<Words> {
    static Answering with(Outcome outcome) {
      return new Answering(outcome, new Recovery.Known(outcome), new Observation.Holds(Map.of()));
    }

    static Answering with(Recovery recovery) {
      return new Answering(Outcome.Done.withoutOutput(), recovery, new Observation.Unknown(""));
    }

    static Answering with(Observation seen) {
      return new Answering(Outcome.Done.withoutOutput(), new Recovery.StartAgain(), seen);
    }

    @Override
    public Class<Words> words() {
      return Words.class;
    }

    @Override
    public Outcome start(Words words, Attempt attempt) {
      return outcome;
    }

    @Override
    public Outcome poll(Words words, Attempt attempt) {
      return outcome;
    }

    @Override
    public Recovery recover(Words words, Attempt attempt) {
      return recovery;
    }

    @Override
    public Optional<String> stop(Words words, Attempt attempt) {
      return Optional.of(SAYS);
    }

    @Override
    public Observation observe(Words words, Attempt attempt) {
      return seen;
    }
  }

  static Stream<List<Outcome>> outcomes() {
    return Stream.of(
        List.of(
            new Outcome.Done(Map.of("stdout", SAYS, "exitCode", "0")),
            new Outcome.Done(Map.of("stdout", SHOWN, "exitCode", "0"))),
        List.of(
            new Outcome.NotYet(Duration.ofSeconds(1), SAYS, SECRET),
            new Outcome.NotYet(Duration.ofSeconds(1), SHOWN, SECRET)),
        List.of(new Outcome.Failed(SAYS), new Outcome.Failed(SHOWN)),
        List.of(new Outcome.Unknown(SAYS), new Outcome.Unknown(SHOWN)),
        List.of(Outcome.Unknown.andOver(SAYS), Outcome.Unknown.andOver(SHOWN)));
  }

  /** The memo comes back to the action as it was: only the action reads it. */
  @ParameterizedTest
  @MethodSource("outcomes")
  void whatever_comes_of_it(List<Outcome> saidAndShown) {
    ReadyCall<?> call = ready(Answering.with(saidAndShown.getFirst()));
    assertThat(call.start(attempt())).isEqualTo(saidAndShown.getLast());
    assertThat(call.poll(attempt())).isEqualTo(saidAndShown.getLast());
    assertThat(call.recover(attempt())).isEqualTo(new Recovery.Known(saidAndShown.getLast()));
  }

  @Test
  void what_a_look_shows() {
    assertThat(ready(Answering.with(new Observation.Holds(Map.of("stdout", SAYS)))).look(attempt()))
        .isEqualTo(new Observation.Holds(Map.of("stdout", SHOWN)));
    assertThat(ready(Answering.with(new Observation.HoldsNot(SAYS))).look(attempt()))
        .isEqualTo(new Observation.HoldsNot(SHOWN));
    assertThat(ready(Answering.with(new Observation.Unknown(SAYS))).look(attempt()))
        .isEqualTo(new Observation.Unknown(SHOWN));
  }

  @Test
  void what_became_of_it_in_a_crash_and_why_it_cannot_be_stopped() {
    ReadyCall<?> call = ready(Answering.with(new Recovery.Unknown(SAYS)));
    assertThat(call.recover(attempt())).isEqualTo(new Recovery.Unknown(SHOWN));
    assertThat(call.stop(attempt())).contains(SHOWN);
  }

  @Test
  void the_secrets_of_the_step_are_hidden_in_its_look_too() {
    ReadyCall<Words> look =
        new ReadyCall<>(
            Answering.with(new Observation.HoldsNot(SAYS)), new Words(), Masking.NOTHING);
    assertThat(look.hiding(Masking.of(List.of(SECRET))).look(attempt()))
        .isEqualTo(new Observation.HoldsNot(SHOWN));
  }

  private static ReadyCall<Words> ready(Answering action) {
    return new ReadyCall<>(action, new Words(), Masking.of(List.of(SECRET)));
  }

  private static Attempt attempt() {
    return new Attempt(
        "r-a-f1",
        "r",
        "a",
        "",
        true,
        Duration.ofSeconds(1),
        "",
        new Attempt.Output() {
          @Override
          public void append(String text) {}

          @Override
          public long length() {
            return 0;
          }

          @Override
          public int wholeUpTo(String text) {
            return text.length();
          }

          @Override
          public int wholeFrom(String text, int place) {
            return place;
          }
        });
  }
}
