package dev.evenkeel.server.comms.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.plan.OpenMessage;
import dev.evenkeel.server.comms.status.PublicStatus.Item;
import dev.evenkeel.server.comms.status.PublicStatus.Stand;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What everybody reads of an upgrade does not contradict itself (C52). */
@Tag("C52")
class PublicStatusTest {
  private static final Instant BEGAN = Instant.parse("2026-11-22T21:00:00Z");
  private static final Instant ENDED = BEGAN.plus(Duration.ofHours(1));

  private static Item item(Stand stand, Optional<Instant> ended, OpenMessage... messages) {
    return new Item(
        "The shop",
        stand,
        "run/k3x9/end",
        ZoneOffset.UTC,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(BEGAN),
        ended,
        List.of(messages));
  }

  private static OpenMessage said(String subject, Instant at) {
    return new OpenMessage("key/" + subject, at, Language.EN, subject, subject);
  }

  @Test
  void the_end_is_told_above_what_was_said_while_it_ran() {
    Item done =
        item(
            Stand.DONE,
            Optional.of(ENDED),
            said("Still in progress", ENDED.minusSeconds(60)),
            said("It begins", BEGAN));
    assertThat(done.told(Language.EN))
        .extracting(OpenMessage::subject)
        .containsExactly("The shop: done", "Still in progress", "It begins");
    assertThat(done.told(Language.DE).getFirst().text())
        .isEqualTo("Die Aktualisierung ist fertig.");
    assertThat(item(Stand.AS_BEFORE, Optional.of(ENDED)).told(Language.EN))
        .singleElement()
        .satisfies(one -> assertThat(one.text()).contains("taken back"));
  }

  @Test
  void a_message_that_tells_the_end_is_enough_and_nothing_is_over_before_it_is() {
    OpenMessage told = said("All is done", ENDED);
    assertThat(item(Stand.DONE, Optional.of(ENDED), told).told(Language.EN)).containsExactly(told);
    OpenMessage begins = said("It begins", BEGAN);
    assertThat(item(Stand.UNDER_WAY, Optional.empty(), begins).told(Language.EN))
        .containsExactly(begins);
  }
}
