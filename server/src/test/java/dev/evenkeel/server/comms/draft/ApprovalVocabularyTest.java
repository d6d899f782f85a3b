package dev.evenkeel.server.comms.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.approval.Request;
import dev.evenkeel.server.approval.Standing;
import dev.evenkeel.server.approval.Step;
import dev.evenkeel.server.approval.binding.Field;
import dev.evenkeel.server.tasks.Owner;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every language has a word for all that mails about approvals tell. */
@Tag("C45")
class ApprovalVocabularyTest {
  @ParameterizedTest
  @EnumSource
  void a_language_knows_every_field_state_verdict_kind_and_need(Language language) {
    assertThat(
            Stream.of(
                    words("field", Field.values()),
                    words("state", Standing.State.values()),
                    words("verdict", Step.Verdict.values()),
                    words("kind", Request.Kind.values()),
                    words("need", Owner.Kind.values()))
                .flatMap(all -> all))
        .allSatisfy(word -> assertThat(Words.of(language).word(word)).isNotEqualTo(word));
  }

  private static Stream<String> words(String of, Enum<?>[] all) {
    return Arrays.stream(all).map(one -> "approval.%s.%s".formatted(of, one.name()));
  }
}
